import json
from pathlib import Path

import pytest

from kg.sources.decode import LIMIT
from tests.sources.conftest import Reader


def test_every_field_is_read(tmp_path: Path, reading: Reader) -> None:
    record = {
        "id": "n1",
        "text": "Troops left Zell.",
        "title": " Retreat ",
        "url": "https://news.example/1",
        "source": "Courier",
        "published": "2031-05-02T23:30:00+05:00",
        "language": "en",
        "other": [1],
    }
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    [article], failures = reading(tmp_path)
    assert failures == []
    assert (article.id, article.title, article.source) == ("n1", "Retreat", "Courier")
    assert (article.url, article.published) == ("https://news.example/1", "2031-05-02")
    assert article.origin.endswith("a.jsonl:1")


def test_the_url_or_the_line_is_the_id_where_none_is_given(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "sub").mkdir()
    lines = '{"text": "A.", "url": "https://x.example/a"}\r\n\r\n{"text": "B.", "title": null}\r\n'
    (tmp_path / "sub" / "a.ndjson").write_bytes(lines.encode())
    assert [a.id for a in reading(tmp_path)[0]] == ["https://x.example/a", "sub/a.ndjson:3"]


def test_lines_may_end_in_a_carriage_return_alone(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "a.jsonl").write_bytes(b'{"text": "A."}\r{"text": "B."}\r')
    assert [a.id for a in reading(tmp_path)[0]] == ["a.jsonl:1", "a.jsonl:2"]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (b"{oops", "is no JSON: "),
        (b"[1, 2]", "is JSON but no object"),
        (b'"text"', "is JSON but no object"),
        (b"{}", "lacks text"),
        (b'{"text": null}', "lacks text"),
        (b'{"text": 5}', "has no string as its text"),
        (b'{"text": " "}', "has an empty text"),
        (b'{"text": "A.", "id": 7}', "has no string as its id"),
        (b'{"text": "A.", "id": "a\\nb"}', "has an id with control characters"),
        (b'{"text": "A.", "title": []}', "has no string as its title"),
        (b'{"text": "A.", "published": "May 3"}', "has a published that is no ISO date"),
        (b'{"text": "A.", "published": 2024}', "has a published that is no ISO date"),
        (b'{"text": "A.", "published": true}', "has a published that is no ISO date"),
        (b'{"text": "A\xe9."}', "is not valid UTF-8 at byte 11"),
        (b'{"text": "A\0."}', "is binary"),
        (b"[" * 200_000, "is nested too deeply"),
        (b'{"text": ' + b"9" * 5000 + b"}", "is no JSON that can be read"),
        (b'{"text": "' + b"a" * LIMIT + b'"}', "is larger than 20 MB"),
    ],
    ids=range(18),
)
def test_a_bad_line_is_named_and_the_others_kept(
    tmp_path: Path, reading: Reader, line: bytes, reason: str
) -> None:
    good = b'{"text": "Good.", "id": "%d"}\n'
    (tmp_path / "a.jsonl").write_bytes(good % 1 + line + b"\n" + good % 3)
    articles, [failure] = reading(tmp_path)
    assert [a.id for a in articles] == ["1", "3"]
    assert Path(failure.origin).name == "a.jsonl:2"
    assert failure.reason.startswith(reason)


def test_a_file_without_lines_and_one_in_utf_16_fail_once(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "a.jsonl").write_bytes(b"\n\n")
    (tmp_path / "b.jsonl").write_bytes('{"text": "A."}\n{"text": "B."}\n'.encode("utf-16"))
    _, failures = reading(tmp_path)
    assert [f.reason.split(";")[0] for f in failures] == ["is empty", "is UTF-16 or UTF-32"]


def test_half_a_character_does_not_spoil_the_text(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "Fire \\ud83d in Zell."}')
    assert reading(tmp_path)[0][0].text.encode() == "Fire � in Zell.".encode()
