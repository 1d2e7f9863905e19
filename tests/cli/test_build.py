"""``kg build``: what it prints, what it keeps, and what bad input does."""

import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli.main import cli

SUMMARY = re.compile(
    r"(\d+) articles, (\d+) sentences, (\d+) claims, (\d+) entities, (\d+) events, \d+\.\d seconds"
    r"(?:; (\d+) replaced)?(?:; (\d+) articles were in the graph already)?"
    r"(?:; (\d+) taken back)?\n"
)
GOOD = "Pakistan accused India of aggression.\n"


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in, where ./kg.db will be."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("KG_STORE", raising=False)
    return tmp_path


def kg(*words: str, stdin: bytes | None = None) -> Result:
    return CliRunner().invoke(cli, words, input=stdin)


def counts(result: Result) -> tuple[int, ...]:
    told = SUMMARY.fullmatch(result.stdout)
    assert told, result.output
    return tuple(int(n or 0) for n in told.groups())


def ids() -> list[str]:
    told = kg("query", "overview/articles", "--format", "jsonl").stdout.splitlines()
    return sorted(json.loads(line)["article"] for line in told)


def test_the_summary_counts_what_was_added(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD + "\nIndia rejected the accusation.\n")
    first = kg("build", "a.txt")
    assert first.exit_code == 0
    assert first.stderr == ""
    articles, sentences, claims, entities, events, _, already, _ = counts(first)
    assert (articles, sentences, entities, already) == (1, 2, 2, 0)
    assert claims == events == 2
    assert counts(kg("build", "a.txt")) == (0, 0, 0, 0, 0, 0, 1, 0)


def test_bad_input_is_named_and_the_good_is_kept(folder: Path) -> None:
    news = folder / "news"
    news.mkdir()
    (news / "binary.txt").write_bytes(b"\x89PNG\0\1\2")
    (news / "empty.txt").write_bytes(b"")
    (news / "good.txt").write_text(GOOD)
    (news / "latin.txt").write_bytes("Präsident\nMüller".encode("latin-1"))
    lines = [
        '{"id": "one", "text": "Iran bombed Erbil."}',
        '{"id": "two", "text": ',
        '{"id": "three"}',
        '{"id": "one", "text": "Iran bombed Basra."}',
        '{"id": "five", "text": "Kenya accused Uganda of theft."}',
    ]
    (news / "lines.jsonl").write_text("\n".join(lines))
    (folder / "none").mkdir()
    built = kg("build", "news", "none", "missing.txt")
    assert built.exit_code == 1
    assert counts(built)[0] == 3
    said = built.stderr.splitlines()
    assert [line.split(" ")[0] for line in said] == [
        "news/binary.txt",
        "news/empty.txt",
        "news/latin.txt",
        "news/lines.jsonl:2",
        "news/lines.jsonl:3",
        "news/lines.jsonl:4",
        "none",
        "missing.txt",
    ]
    assert said[0].endswith("is binary, not text (a NUL byte at byte 4).")
    assert said[4].endswith(" lacks text.")
    assert " has the id of news/lines.jsonl:1 (one) but another text; give it " in said[5]
    assert ids() == ["five", "good.txt", "one"]


def test_files_of_one_name_in_two_folders_are_told_apart(folder: Path) -> None:
    for name, text in (("news/one", "Iran bombed Erbil."), ("news/two", "Kenya sued Uganda.")):
        (folder / name).mkdir(parents=True)
        (folder / name / "a.txt").write_text(text)
    both = kg("build", "news/one", "news/two")
    assert both.exit_code == 1
    assert both.stderr == (
        "news/two/a.txt has the id of news/one/a.txt (a.txt) but another text; give it an id or a "
        "url of its own, or build the folder above both.\n"
    )
    assert ids() == ["a.txt"]
    above = kg("--store", "above.db", "build", "news")
    assert (above.exit_code, counts(above)[0]) == (0, 2)


def test_another_text_under_an_id_of_an_earlier_build_replaces_it(folder: Path) -> None:
    (folder / "a.jsonl").write_text('{"id": "x", "text": "Iran bombed Erbil."}')
    (folder / "b.jsonl").write_text(
        '{"id": "y", "text": "Iran bombed Basra."}\n{"id": "x", "text": "Kenya sued Uganda."}'
    )
    assert kg("build", "a.jsonl").exit_code == 0
    again = kg("build", "b.jsonl")
    assert (again.exit_code, again.stderr) == (0, "")
    told = counts(again)
    assert (told[0], told[5]) == (2, 1)
    assert ids() == ["x", "y"]
    kg("--store", "fresh.db", "build", "b.jsonl")
    assert kg("info").stdout == kg("--store", "fresh.db", "info").stdout


def test_prune_takes_back_articles_whose_files_are_gone(folder: Path) -> None:
    for name in ("a", "b", "c"):
        (folder / f"{name}.txt").write_text(GOOD + f"\nIt was report {name}.\n")
    kg("build", ".")
    (folder / "a.txt").unlink()
    (folder / "b.txt").write_text("Iran bombed Erbil.\n")
    assert counts(kg("build", "."))[5:] == (1, 1, 0)
    assert ids() == ["a.txt", "b.txt", "c.txt"]
    assert counts(kg("build", "--prune", "."))[5:] == (0, 2, 1)
    assert ids() == ["b.txt", "c.txt"]
    assert counts(kg("build", "--prune", "c.txt"))[5:] == (0, 1, 1)
    assert ids() == ["c.txt"]


OLD = ("a.txt", "b.jsonl")
BAD: dict[str, Callable[[Path], object]] = {
    "binary": lambda folder: (folder / "news/a.txt").write_bytes(b"\x89PNG\0"),
    "line": lambda folder: (folder / "news/b.jsonl").write_text('{"id": "two", "te'),
    "too long": lambda folder: (folder / "news/a.txt").write_text("a " * 600_000),
    "empty": lambda folder: [(folder / "news" / name).rename(folder / name) for name in OLD],
    "missing": lambda folder: (folder / "news").rename(folder / "olds"),
}


@pytest.mark.parametrize("what", BAD)
def test_nothing_is_pruned_where_anything_cannot_be_read(folder: Path, what: str) -> None:
    (folder / "news").mkdir()
    (folder / "news/a.txt").write_text(GOOD)
    (folder / "news/b.jsonl").write_text('{"id": "two", "text": "Iran bombed Erbil."}')
    (folder / "news/c.txt").write_text("Kenya accused Uganda of theft.\n")
    kg("build", "news")
    (folder / "news/c.txt").unlink()
    BAD[what](folder)
    pruned = kg("build", "--prune", "news")
    assert (pruned.exit_code, counts(pruned)[7]) == (1, 0)
    said = pruned.stderr.splitlines()
    assert said[0] == "Nothing was taken back, as not all could be read:"
    assert len(said) == 2
    assert ids() == ["a.txt", "c.txt", "two"]


@pytest.mark.parametrize("piece", [GOOD[:-1] + " ", "a", "( ", "@Ω漢\u200b🙂"])
def test_five_megabytes_lose_nothing_else(folder: Path, piece: str) -> None:
    (folder / "a.txt").write_text(piece * (5_000_000 // len(piece.encode())))
    (folder / "b.txt").write_text(GOOD)
    built = kg("build", ".")
    assert (built.exit_code, counts(built)[0]) == (1, 1)
    assert built.stderr.startswith("a.txt has ")
    assert built.stderr.count("\n") == 1


def test_a_sentence_without_end_is_no_claim(folder: Path) -> None:
    (folder / "a.txt").write_text("Pakistan accused India of aggression and " * 400)
    built = kg("build", "a.txt")
    assert built.exit_code == 0
    assert counts(built)[0] == 1


def test_standard_input(folder: Path) -> None:
    assert counts(kg("build", "-", stdin=GOOD.encode()))[:2] == (1, 1)
    line = b'{"id": "piped", "text": "Iran bombed Erbil."}\n'
    assert counts(kg("build", "-", stdin=line))[:2] == (1, 1)
    assert ids() == ["piped", "stdin"]


def test_a_pattern(folder: Path) -> None:
    for name in ("a1.txt", "a2.txt", "b1.txt"):
        (folder / name).write_text(GOOD + f"\nIt was report {name}.\n")
    assert counts(kg("build", "a*.txt"))[0] == 2
    assert kg("build", "c*.txt").stderr == "c*.txt matches no article (.txt or .jsonl file).\n"


def test_failures_are_told_though_the_store_fails(folder: Path) -> None:
    (folder / "kg.db").write_text("no database")
    (folder / "a.txt").write_text(GOOD)
    built = kg("build", "a.txt")
    assert (built.exit_code, built.stdout) == (1, "")
    assert built.stderr.startswith("Error: ")
    assert built.stderr.count("\n") == 1


@pytest.mark.parametrize("debug", [False, True])
def test_an_unknown_extractor_makes_no_graph(folder: Path, debug: bool) -> None:
    (folder / "a.txt").write_text(GOOD)
    words = (*(["--debug"] if debug else []), "build", "--extractor", "magic", "a.txt")
    ran = subprocess.run(
        [sys.executable, "-m", "kg", *words], capture_output=True, text=True, check=False
    )
    assert (ran.returncode, ran.stdout) == (1, "")
    assert ("Traceback" in ran.stderr) is debug
    assert "There is no extractor 'magic'; installed are: " in ran.stderr
    assert not (folder / "kg.db").exists()


def test_markup_and_cypher_stay_text_in_every_output(folder: Path) -> None:
    hostile = "Pakistan bombed Khost with `[a](b)`, '}) DELETE n // and $p <i."
    (folder / "a.txt").write_text(hostile)
    assert kg("build", "a.txt").exit_code == 0
    shown = kg("query", "actors/evidence", "-p", "source=Pakistan", "--format", "jsonl").stdout
    assert json.loads(shown.splitlines()[0])["sentence"] == hostile.split(" DELETE", maxsplit=1)[0]
    assert json.loads(kg("info", "--format", "json").stdout)["labels"]["Article"] == 1
    shown = kg("query", "actors/evidence", "--format", "md").stdout
    assert "Pakistan bombed Khost" in shown
    assert "[a](b)" not in shown


def test_a_bar_is_drawn_on_a_terminal_alone(folder: Path) -> None:
    (folder / "a.txt").write_text(GOOD)
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "kg", "build", "a.txt"]
    ran = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=theirs)
    os.close(theirs)
    drawn = b""
    while chunk := _read(ours):
        drawn += chunk
    out, _ = ran.communicate()
    os.close(ours)
    assert ran.returncode == 0, drawn
    assert SUMMARY.fullmatch(out.decode())
    assert re.search(rb"articles.* 1\b", drawn, re.DOTALL)
    piped = subprocess.run(command, capture_output=True, check=False)
    assert (piped.returncode, piped.stderr) == (0, b"")


def _read(terminal: int) -> bytes:
    """What the terminal shows next; nothing once the program has left it."""
    try:
        return os.read(terminal, 4096)
    except OSError:
        return b""
