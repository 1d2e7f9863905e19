"""Tables come out aligned, complete and harmless in every format."""

import csv
import io
import json

import pytest

from kg.records import Table
from kg.report import (
    FORMATS,
    Section,
    as_csv,
    as_json,
    as_jsonl,
    as_markdown,
    as_table,
    markdown_report,
    render,
)

PLAIN = Table(("who", "claims", "places"), (("Kyiv", 12, ("Bakhmut", "Izium")), (None, 3, ())))
HOSTILE = "\x1b[31mred\x07 \u202egpj\x9b\r\n=1+1"


def test_table_aligns_words_left_and_numbers_right() -> None:
    assert as_table(PLAIN).splitlines() == [
        "who   claims  places",
        "────  ──────  ──────────────",
        "Kyiv      12  Bakhmut, Izium",
        "           3",
    ]


def test_wide_letters_take_two_columns_and_marks_none() -> None:
    head, rule, wide, mark = as_table(
        Table(("a", "b"), (("北京", "x"), ("e\u0301abc", "y")))
    ).splitlines()
    assert rule == "────  ─"
    assert wide == "北京  x"
    assert mark == "e\u0301abc  y"
    assert head == "a     b"


def test_long_cells_are_wrapped_between_words_to_the_width() -> None:
    sentence = "The ministry said that the convoy had been shelled"
    lines = as_table(Table(("n", "sentence"), ((1, sentence),)), 30).splitlines()
    assert max(map(len, lines)) <= 30
    assert " ".join(line[3:] for line in lines[2:]) == sentence
    assert all(line.startswith("   ") for line in lines[3:])


def test_a_word_longer_than_its_column_is_broken_and_kept() -> None:
    lines = as_table(Table(("url",), (("https://example.org/" + "x" * 40,),)), 20).splitlines()
    assert "".join(lines[2:]) == "https://example.org/" + "x" * 40
    assert max(map(len, lines)) <= 20


def test_a_cell_taller_than_four_lines_is_cut_where_the_width_is_limited() -> None:
    sentence = " ".join(f"word{number}" for number in range(40))
    table = Table(("n", "sentence"), ((1, sentence),))
    lines = as_table(table, 30).splitlines()[2:]
    assert len(lines) == 4
    assert max(map(len, lines)) <= 30
    assert lines[0].endswith("word0 word1 word2 word3")
    assert lines[-1].endswith("…")
    assert sentence in as_table(table)


def test_an_empty_answer_says_so() -> None:
    empty = Table(("who",), ())
    assert "(no rows)" in as_table(empty)
    assert json.loads(as_json(empty)) == []
    assert as_jsonl(empty) == ""
    assert as_csv(empty) == "who\n"
    assert as_markdown(empty) == "No rows.\n"


@pytest.mark.parametrize("format", FORMATS)
def test_no_control_character_reaches_the_output(format: str) -> None:
    shown = render(Table((HOSTILE,), ((HOSTILE,), ((HOSTILE,),))), format)
    assert not set("\x1b\x07\x9b\r\u202e") & set(shown)


def test_json_keeps_every_character() -> None:
    table = Table(("text", "list"), ((HOSTILE, ("a", None, 1.5, True)),))
    assert json.loads(as_json(table)) == [{"text": HOSTILE, "list": ["a", None, 1.5, True]}]
    assert [json.loads(line) for line in as_jsonl(table).splitlines()] == json.loads(as_json(table))


def test_csv_is_read_back_and_no_text_is_a_formula() -> None:
    rows = (("=cmd|' /C calc'!A0", -5), ('say "no", he said', None), (("@a", "b"), 0.5))
    read = list(csv.reader(io.StringIO(as_csv(Table(("text", "n"), rows)))))
    assert read == [
        ["text", "n"],
        ["'=cmd|' /C calc'!A0", "-5"],
        ['say "no", he said', ""],
        ["'@a; b", "0.5"],
    ]


def test_markdown_cells_are_escaped() -> None:
    shown = as_markdown(Table(("a_b", "n"), (("x | <b>*y*</b>\n[z](u) `c` \\", 1),)))
    assert shown.splitlines() == [
        r"| a\_b | n |",
        "| --- | ---: |",
        r"| x \| \<b\>\*y\*\</b\> \[z\](u) \`c\` \\ | 1 |",
    ]


def test_report_has_a_heading_and_a_table_for_each_section() -> None:
    text = markdown_report("Strikes", "By province.", [Section("All", "Newest first.", PLAIN)])
    assert text.startswith("# Strikes\n\nBy province.\n\n## All\n\nNewest first.\n\n| who |")
    assert "| Kyiv | 12 | Bakhmut, Izium |" in text
