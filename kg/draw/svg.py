"""A picture of parties and ties as SVG, every word of it escaped."""

import re
import textwrap
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from math import hypot

from kg.draw.layout import Point, Size, bounds, place
from kg.draw.ties import Deed, Family, Party, Picture, Tie

LEGEND: dict[Family, str] = {
    "quarrel": "conflict in words",
    "force": "conflict in deeds",
    "talk": "cooperation in words",
    "help": "cooperation in deeds",
    "lasting": "lasting tie",
}
KINDS = {"country": "country", "person": "person"}
KINDS |= dict.fromkeys(("province", "city", "region", "place"), "place")
"""Style class by kind of entity; all others are ``body``."""
KIND_LEGEND = {"country": "country", "body": "group or body", "person": "person", "place": "place"}

STYLE = """
svg{font:13px Helvetica,Arial,'DejaVu Sans',sans-serif}
.page{fill:#fbfbf8}.node rect{stroke-width:1.5}.node text{font-weight:bold;fill:#1c1f24}
.country rect{fill:#dfe6f2;stroke:#5d6f91}.person rect{fill:#f6ead2;stroke:#a3824a}
.body rect{fill:#e9e2f1;stroke:#80699c}.place rect{fill:#e2efe3;stroke:#5f8a64}
.tie{fill:none;stroke-width:1.6}.told{stroke-dasharray:6 4;font-style:italic}
.label rect{fill:#fbfbf8;fill-opacity:.94}.label text,.key text{font-size:11.5px}
.key text{fill:#3b4048}
.quarrel{color:#b4530a}.force{color:#b3122e}.talk{color:#1f6fb2}.help{color:#14795a}.lasting{color:#6a7078}
.tie{stroke:currentColor}.tip,.label text{fill:currentColor}
@media (prefers-color-scheme:dark){.page,.label rect{fill:#16191e}.node text{fill:#eef0f3}
.country rect{fill:#2b3850}.person rect{fill:#4a3b1f}.body rect{fill:#3d3150}
.place rect{fill:#26402a}
.key text{fill:#c3c8d0}.quarrel{color:#f09a4f}.force{color:#ff6b81}.talk{color:#6db6f2}
.help{color:#4fc79b}.lasting{color:#a9b0ba}}
"""
LINE = 16.0
COLUMN = 150.0
MARGIN = 24.0
MOST = 5
"""Deeds of a tie that its label names; the rest is counted."""
_INVALID = re.compile("[^\\t\\n\\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\x7f-\x9f]")


def drawing(picture: Picture) -> str:
    """The SVG document of a picture."""
    labels = {_name(tie): _label(tie) for tie in picture.ties}
    names = {party.id: _wrapped(party.name) for party in picture.parties}
    sizes = {id: _size(lines, 8.0, 24.0) for id, lines in names.items()}
    sizes |= {key: _size([text for _, text in lines], 6.6, 8.0) for key, lines in labels.items()}
    links = [(end, _name(tie)) for tie in picture.ties for end in (tie.source, tie.target)]
    centres = place(sizes, links)
    body = [*_ties(picture.ties, centres, sizes), *_labels(labels, centres, sizes)]
    body += [_node(party, names[party.id], centres, sizes) for party in picture.parties]
    return _document(body, bounds(centres, sizes) if centres else (0.0, 0.0, 0.0, 0.0))


def _name(tie: Tie) -> str:
    """The name of a tie's label in the layout; no entity has a line break in its id."""
    return f"{tie.source}\n{tie.target}"


def _document(body: Sequence[str], area: tuple[float, float, float, float]) -> str:
    left, top, width, height = area
    width = max(width, 5 * COLUMN)
    view = (left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN + 3 * LINE)
    x, y, across, down = (f"{number:.0f}" for number in view)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{x} {y} {across} {down}" '
            f'width="{across}" height="{down}" role="img">',
            f"<style>{STYLE}</style>",
            f'<rect class="page" x="{x}" y="{y}" width="{across}" height="{down}" rx="10"/>',
            *body,
            *_legend(left, top + height + 2 * LINE),
            "</svg>\n",
        ]
    )


def _ties(
    ties: Sequence[Tie], centres: Mapping[str, Point], sizes: Mapping[str, Size]
) -> Iterator[str]:
    """A curved arrow for each tie, through the place of its label."""
    for tie in ties:
        start, middle, end = (centres[name] for name in (tie.source, _name(tie), tie.target))
        bend = (2 * middle[0] - (start[0] + end[0]) / 2, 2 * middle[1] - (start[1] + end[1]) / 2)
        style = f"{tie.deeds[0].family}{' told' if all(d.told for d in tie.deeds) else ''}"
        tip = _edge(start, bend, end, sizes[tie.target])
        yield (
            f'<path class="tie {style}" d="M{_at(start)} Q{_at(bend)} {_at(tip)}"/>'
            f'<path class="tip {style}" d="{_arrow(bend, tip)}"/>'
        )


def _edge(start: Point, bend: Point, end: Point, size: Size) -> Point:
    """Where the curve enters the box around its end."""
    for step in range(60):
        t = step / 60
        x, y = (
            (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * bend[axis] + t**2 * end[axis]
            for axis in (0, 1)
        )
        if abs(x - end[0]) < size[0] / 2 + 3 and abs(y - end[1]) < size[1] / 2 + 3:
            return x, y
    return end


def _arrow(before: Point, tip: Point) -> str:
    """A triangle with its tip there, pointing away from ``before``."""
    across, down = tip[0] - before[0], tip[1] - before[1]
    length = hypot(across, down) or 1.0
    x, y = across / length, down / length
    back = (tip[0] - 9 * x, tip[1] - 9 * y)
    left, right = (back[0] - 4 * y, back[1] + 4 * x), (back[0] + 4 * y, back[1] - 4 * x)
    return f"M{_at(tip)} L{_at(left)} L{_at(right)} Z"


def _at(point: Point) -> str:
    return f"{point[0]:.1f} {point[1]:.1f}"


def _labels(
    labels: Mapping[str, list[tuple[str, str]]],
    centres: Mapping[str, Point],
    sizes: Mapping[str, Size],
) -> Iterator[str]:
    for name, lines in labels.items():
        texts = _texts(lines, centres[name])
        yield f'<g class="label">{_rect(centres[name], sizes[name], 4)}{texts}</g>'


def _node(
    party: Party, lines: Sequence[str], centres: Mapping[str, Point], sizes: Mapping[str, Size]
) -> str:
    centre, style = centres[party.id], KINDS.get(party.kind, "body")
    texts = _texts([("", line) for line in lines], centre)
    return f'<g class="node {style}">{_rect(centre, sizes[party.id], 7)}{texts}</g>'


def _rect(centre: Point, size: Size, radius: int) -> str:
    x, y = centre[0] - size[0] / 2, centre[1] - size[1] / 2
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{size[0]:.1f}" height="{size[1]:.1f}" '
        f'rx="{radius}"/>'
    )


def _texts(lines: Sequence[tuple[str, str]], centre: Point) -> str:
    """Lines of text, each with a style class, centred on a point."""
    first = centre[1] - (len(lines) - 1) * LINE / 2 + 4.5
    return "".join(
        f'<text class="{style}" x="{centre[0]:.1f}" y="{first + n * LINE:.1f}" '
        f'text-anchor="middle">{_safe(text)}</text>'
        for n, (style, text) in enumerate(lines)
    )


def _safe(text: str) -> str:
    """Escaped, and without the characters that XML does not allow."""
    return escape(_INVALID.sub("\ufffd", text))


def _label(tie: Tie) -> list[tuple[str, str]]:
    """The lines of a tie's label with their style classes."""
    lines = [(_style(deed), _words(deed)) for deed in tie.deeds[:MOST]]
    rest = len(tie.deeds) - MOST
    return [*lines, ("lasting", f"and {rest} more")] if rest > 0 else lines


def _style(deed: Deed) -> str:
    return f"{deed.family} told" if deed.told else deed.family


def _words(deed: Deed) -> str:
    words = deed.relation.replace("_", " ").lower()
    return f"{words} ×{deed.claims}" if deed.claims > 1 else words


def _wrapped(name: str) -> list[str]:
    """The name in at most three lines of some 18 characters."""
    return textwrap.wrap(name, 18, max_lines=3, placeholder=" …") or ["?"]


def _size(lines: Sequence[str], letter: float, padding: float) -> Size:
    """Width and height of a box around the lines, by the usual width of a letter in pixels."""
    return max(map(_letters, lines)) * letter + padding, len(lines) * LINE + padding / 2


def _letters(text: str) -> int:
    """The length of a text, in which a wide (East Asian) letter counts as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _legend(x: float, y: float) -> Iterator[str]:
    """One line that explains the colours, and one for kinds and dashes."""
    for n, (family, text) in enumerate(LEGEND.items()):
        at = x + n * COLUMN
        yield (
            f'<g class="key"><path class="tie {family}" d="M{at:.0f} {y:.0f} h18"/>'
            f'<text x="{at + 23:.0f}" y="{y + 4:.0f}">{text}</text></g>'
        )
    for n, (style, text) in enumerate(KIND_LEGEND.items()):
        at = x + n * COLUMN
        yield (
            f'<g class="node {style}"><rect x="{at:.0f}" y="{y + 12:.0f}" width="18" height="11" '
            f'rx="3"/></g>'
            f'<g class="key"><text x="{at + 23:.0f}" y="{y + 22:.0f}">{text}</text></g>'
        )
    at = x + 4 * COLUMN
    yield (
        f'<g class="key"><path class="tie told lasting" d="M{at:.0f} {y + 18:.0f} h18"/>'
        f'<text x="{at + 23:.0f}" y="{y + 22:.0f}">alleged, denied or planned</text></g>'
    )
