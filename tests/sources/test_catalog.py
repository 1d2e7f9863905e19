from pathlib import Path

import pytest

from tests.sources.conftest import Reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text("Alpha.")
    (tmp_path / "b.txt").write_text("Bravo.")
    return tmp_path


def test_what_is_known_of_a_text_goes_with_it(folder: Path, reading: Reader) -> None:
    (folder / "articles.toml").write_text(
        '["a.txt"]\nsource = "Courier"\npublished = 2031-05-02\n'
        '["b.txt"]\nurl = "https://x.example/b"\npublished = "2031-05-03"\n'
    )
    (first, second), failures = reading(folder)
    assert failures == []
    assert (first.id, first.source, first.published) == ("a.txt", "Courier", "2031-05-02")
    assert (second.id, second.published) == ("https://x.example/b", "2031-05-03")


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ('["c.txt"]\nsource = "X"', 4, "names c.txt, which is no file in this folder"),
        ('["../b.txt"]\nsource = "X"', 4, "names ../b.txt, which is no file in this folder"),
        ('["b.txt"]\nauthor = "X"', 4, "has the unknown key author for b.txt"),
        ('["b.txt"]\nsource = 5', 4, "has no string as its source, for b.txt"),
        ('["b.txt"]\npublished = "June"', 4, "has a published that is no ISO date"),
    ],
)
def test_a_wrong_table_is_named_with_its_line(
    folder: Path, reading: Reader, table: str, line: int, reason: str
) -> None:
    (folder / "articles.toml").write_text(f'["a.txt"]\ntitle = "A"\n\n{table}\n')
    articles, [failure] = reading(folder)
    assert Path(failure.origin).name == f"articles.toml:{line}"
    assert failure.reason.startswith(reason)
    assert [(a.title, a.source) for a in articles] == [("A", None), (None, None)]


@pytest.mark.parametrize("text", [b"[oops", b"\xff\xfe\xff", b"a = " + b"[" * 100_000])
def test_a_catalogue_that_is_no_toml_costs_no_article(
    folder: Path, reading: Reader, text: bytes
) -> None:
    (folder / "articles.toml").write_bytes(text)
    articles, [failure] = reading(folder)
    assert len(articles) == 2
    assert Path(failure.origin).name == "articles.toml"


def test_a_wrong_table_is_named_once(folder: Path, reading: Reader) -> None:
    (folder / "articles.toml").write_text('["gone.txt"]\nsource = "X"\n')
    assert len(reading(folder / "a.txt", folder / "b.txt", folder)[1]) == 1
