from pathlib import Path

import pytest

from kg.sources.decode import LIMIT
from tests.sources.conftest import Reader


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"\xef\xbb\xbfRiots in L\xc3\xa9o.", "Riots in Léo."),
        ("Riots in Léo.".encode("utf-16"), "Riots in Léo."),
        ("Riots in Léo.".encode("utf-32"), "Riots in Léo."),
        (b"One.\r\nTwo.\rThree.", "One.\r\nTwo.\rThree."),
    ],
)
def test_texts_are_decoded(tmp_path: Path, reading: Reader, data: bytes, text: str) -> None:
    (tmp_path / "a.txt").write_bytes(data)
    assert [a.text for a in reading(tmp_path)[0]] == [text]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "is empty"),
        (b" \r\n\t\n", "is empty"),
        (b"\xef\xbb\xbf", "is empty"),
        (b"PK\x03\x04\x00\x00", "is binary, not text (a NUL byte at byte 4)"),
        (b"fine\nL\xe9o", "is not valid UTF-8 at byte 6, line 2"),
        (b"\xff\xfea\x00b", "is not valid UTF-16-LE at byte 4"),
        (b"a" * (LIMIT + 1), "is larger than 20 MB, the most an article may be"),
    ],
    ids=["empty", "blank", "mark", "binary", "latin", "cut", "large"],
)
def test_what_is_no_text_is_named_and_the_rest_kept(
    tmp_path: Path, reading: Reader, data: bytes, reason: str
) -> None:
    (tmp_path / "bad.txt").write_bytes(data)
    (tmp_path / "good.txt").write_text("Good.")
    articles, [failure] = reading(tmp_path)
    assert (Path(failure.origin).name, failure.reason) == ("bad.txt", reason)
    assert [a.text for a in articles] == ["Good."]


def test_a_text_of_five_megabytes_is_read(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "long.txt").write_text("Shells fell on the port. " * 200_000)
    [article], failures = reading(tmp_path)
    assert len(article.text) == 5_000_000
    assert failures == []


def test_standard_input_is_one_text_or_json_lines(reading: Reader) -> None:
    [text], _ = reading("-", stdin=b"\n\nShells fell.\nMany fled.\n")
    assert (text.id, text.text.split()[-1]) == ("stdin", "fled.")
    lines, failures = reading(
        "-", stdin=b'\xef\xbb\xbf\n {"text": "A.", "id": "a"}\n{"text": "B."}\n'
    )
    assert [a.id for a in lines] == ["a", "stdin:3"]
    assert failures == []
    assert reading("-")[1][0].reason == "is empty"


def test_the_same_text_again_is_skipped_and_another_refused(
    tmp_path: Path, reading: Reader
) -> None:
    for folder, text in {"one": "Same.", "two": "Same.", "three": "Other."}.items():
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text)
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    articles, [failure] = reading(one, one / "a.txt", two, three)
    assert [a.text for a in articles] == ["Same."]
    assert failure.origin.endswith("three/a.txt")
    assert failure.reason.startswith("has the id of ")
    assert "one/a.txt (a.txt) but another text; give it an id " in failure.reason


def test_the_same_text_with_other_details_is_refused(tmp_path: Path, reading: Reader) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "a.txt").write_text("Same.")
    (tmp_path / "two" / "articles.toml").write_text('["a.txt"]\npublished = 2031-03-01\n')
    articles, [failure] = reading(tmp_path / "one", tmp_path / "two")
    assert [a.published for a in articles] == [None]
    assert "one/a.txt (a.txt) but other details; give it an id " in failure.reason
