"""Result tables as text: aligned, JSON, JSON lines, CSV and Markdown.

Cells hold words of articles, which are hostile: no format lets a control character or a change of
writing direction through, Markdown loses its markup, and a CSV text that a spreadsheet would run
as a formula is led by an apostrophe, as spreadsheets themselves write such a text. JSON keeps
every character, escaped.
"""

import csv
import io
import json
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from kg.records import Table, Value

GAP = "  "
NARROWEST = 8
"""Cells are wrapped to no fewer columns than this, however narrow the terminal."""

TALLEST = 4
"""Lines of a cell that is wrapped to fit; what stands beyond them is cut."""

_HOSTILE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff]"
)
_SPACE = re.compile(r"[\t\n\x0b\f\r\x85\u2028\u2029]+")
_MARKUP = re.compile(r"[\\`*_\[\]<>|~&$#]")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Section:
    """A titled table of a report."""

    title: str
    about: str
    table: Table


def render(table: Table, format: str, width: int | None = None) -> str:
    """The table in a format of ``FORMATS``; ``width`` in columns, for tables (None: no limit)."""
    return as_table(table, width) if format == "table" else FORMATS[format](table)


def plain(text: str) -> str:
    """The text on one line and safe to print: line breaks are spaces, control characters ``�``."""
    return _HOSTILE.sub("\ufffd", _SPACE.sub(" ", text))


def as_table(table: Table, width: int | None = None) -> str:
    """Aligned columns under their names; the widest are wrapped and cut to fit ``width``."""
    rows = [[plain(_cell(value)) for value in row] for row in table.rows]
    lines = [[plain(name) for name in table.columns], *rows]
    natural = [max(map(_columns, column)) for column in zip(*lines, strict=True)]
    widths = _fit(natural, width)
    right = [_numeric(table, index) for index in range(len(widths))]
    head, *body = [_lay_out(line, widths, right) for line in lines]
    rule = GAP.join("─" * each for each in widths)
    return "\n".join([head, rule, *body, *([] if body else ["(no rows)"])]) + "\n"


def _fit(natural: list[int], width: int | None) -> list[int]:
    """Column widths within ``width``: the widest columns share what the others leave."""
    if width is None or not natural:
        return natural
    room = width - len(GAP) * (len(natural) - 1)
    cap = max(natural)
    while cap > NARROWEST and sum(min(each, cap) for each in natural) > room:
        cap -= 1
    return [min(each, cap) for each in natural]


def _lay_out(cells: list[str], widths: list[int], right: list[bool]) -> str:
    """One row, over as many lines as its longest cell takes."""
    wrapped = [_cut(_wrap(cell, width), width) for cell, width in zip(cells, widths, strict=True)]
    lines = []
    for number in range(max(map(len, wrapped))):
        parts = [cell[number] if number < len(cell) else "" for cell in wrapped]
        padded = [_pad(*each) for each in zip(parts, widths, right, strict=True)]
        lines.append(GAP.join(padded).rstrip())
    return "\n".join(lines)


def _cut(lines: list[str], width: int) -> list[str]:
    """The first lines; an ellipsis stands for those left out."""
    if len(lines) <= TALLEST:
        return lines
    last = lines[TALLEST - 1]
    while _columns(last) >= width:
        last = last[:-1]
    return [*lines[: TALLEST - 1], f"{last}…"]


def _pad(text: str, width: int, right: bool) -> str:
    space = " " * (width - _columns(text))
    return space + text if right else text + space


def _wrap(text: str, width: int) -> list[str]:
    """Lines of at most ``width`` columns, broken between words where a word fits."""
    lines = [""]
    for word in text.split(" "):
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if _columns(joined) <= width:
            lines[-1] = joined
            continue
        pieces = _chop(word, width)
        lines[len(lines) if lines[-1] else 0 :] = pieces
    return lines


def _chop(word: str, width: int) -> list[str]:
    """A word in pieces of at most ``width`` columns."""
    pieces = [""]
    for letter in word:
        if pieces[-1] and _columns(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _columns(text: str) -> int:
    """Columns that a terminal gives the text: East Asian wide letters take two, marks none."""
    return len(text) if text.isascii() else sum(map(_letter_columns, text))


def _letter_columns(letter: str) -> int:
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def _numeric(table: Table, index: int) -> bool:
    """Whether a column holds numbers and nothing else."""
    values = [row[index] for row in table.rows if row[index] is not None]
    return bool(values) and all(type(value) in (int, float) for value in values)


def _cell(value: Value, separator: str = ", ") -> str:
    """A value as words: nothing for null, the items of a list one after the other."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case tuple():
            return separator.join(_cell(each, separator) for each in value)
        case Mapping():
            return json.dumps(_json_value(value), ensure_ascii=False)
        case _:
            return str(value)


def as_json(table: Table) -> str:
    """A JSON list with an object a row."""
    rows = _objects(table)
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def as_jsonl(table: Table) -> str:
    """A JSON object a line."""
    return "".join(f"{row}\n" for row in _objects(table))


def _objects(table: Table) -> list[str]:
    """Each row as a JSON object; characters unsafe on a terminal are escaped, none is lost."""
    return [to_json(row) for row in _rows(table)]


def _rows(table: Table) -> list[dict[str, object]]:
    return [dict(zip(table.columns, map(_json_value, row), strict=True)) for row in table.rows]


def to_json(value: object, indent: int | None = None) -> str:
    """JSON in readable Unicode, with control characters and changes of direction escaped."""
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    lines = (
        _HOSTILE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in text.split("\n")
    )
    return "\n".join(lines)


def _json_value(value: Value) -> object:
    """Tuples as lists and mappings as dicts with sorted keys."""
    match value:
        case tuple():
            return [_json_value(each) for each in value]
        case Mapping():
            return {key: _json_value(value[key]) for key in sorted(value)}
        case _:
            return value


def as_csv(table: Table) -> str:
    """RFC 4180 with a header line; lists are joined by ``; ``, no text can pass for a formula."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(map(_csv_cell, table.columns))
    writer.writerows([_csv_cell(value) for value in row] for row in table.rows)
    return out.getvalue()


def _csv_cell(value: Value) -> str:
    text = plain(_cell(value, "; "))
    guard = not isinstance(value, int | float) and text.startswith(_FORMULA)
    return f"'{text}" if guard else text


def as_markdown(table: Table) -> str:
    """A Markdown table whose cells are plain words."""
    if not table.rows:
        return "No rows.\n"
    marks = ["---:" if _numeric(table, index) else "---" for index in range(len(table.columns))]
    cells = [[markdown(_cell(value)) for value in row] for row in (table.columns, *table.rows)]
    head, *body = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([head, f"| {' | '.join(marks)} |", *body]) + "\n"


def markdown(text: str) -> str:
    """The text as Markdown that shows it letter by letter."""
    return _MARKUP.sub(r"\\\g<0>", plain(text))


def markdown_report(title: str, about: str, sections: Iterable[Section]) -> str:
    """A Markdown document with a heading, a description and a table for each section."""
    parts = [f"# {markdown(title)}\n", f"{markdown(about)}\n"]
    return "\n".join([*parts, *map(_markdown_section, sections)])


def _markdown_section(section: Section) -> str:
    about = [f"{markdown(section.about)}\n"] if section.about else []
    return "\n".join([f"## {markdown(section.title)}\n", *about, as_markdown(section.table)])


def render_sections(sections: Iterable[Section], format: str, width: int | None = None) -> str:
    """Titled tables one under the other, or (``json``) an object of the rows of each title."""
    if format == "json":
        rows = {section.title: _rows(section.table) for section in sections}
        return to_json(rows, indent=2) + "\n"
    if format == "md":
        return "\n".join(map(_markdown_section, sections))
    return "\n".join(
        f"{plain(section.title)}\n{render(section.table, format, width)}" for section in sections
    )


FORMATS: dict[str, Callable[[Table], str]] = {
    "table": as_table,
    "json": as_json,
    "jsonl": as_jsonl,
    "csv": as_csv,
    "md": as_markdown,
}
"""The formats of a table by the name that ``--format`` takes."""
