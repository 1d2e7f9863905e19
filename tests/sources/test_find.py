import os
import shutil
from itertools import islice
from pathlib import Path

import pytest

from kg.records import Article
from kg.sources import read
from tests.sources.conftest import Reader


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in {
        "b.txt": "Bravo.",
        "a.txt": "Alpha.",
        "deep/c.txt": "Charlie.",
        "deep/lines.jsonl": '{"text": "Delta."}\n',
        "notes.pdf": "left alone",
        ".hidden.txt": "unseen",
        ".git/d.txt": "unseen",
    }.items():
        path = tmp_path / "news" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return tmp_path / "news"


def test_a_folder_is_read_to_the_bottom_in_order(folder: Path, reading: Reader) -> None:
    articles, failures = reading(folder)
    assert [a.id for a in articles] == ["a.txt", "b.txt", "deep/c.txt", "deep/lines.jsonl:1"]
    assert failures == []


def test_a_file_goes_by_its_name_alone(folder: Path, reading: Reader) -> None:
    articles, _ = reading(folder / "deep" / "c.txt")
    assert [(a.id, a.text) for a in articles] == [("c.txt", "Charlie.")]
    assert articles[0].origin.endswith("news/deep/c.txt")


def test_a_quoted_pattern_is_expanded(folder: Path, reading: Reader) -> None:
    articles, failures = reading(folder / "**" / "*.txt")
    assert sorted(a.text for a in articles) == ["Alpha.", "Bravo.", "Charlie."]
    assert failures == []


def test_a_pattern_may_name_folders(folder: Path, reading: Reader) -> None:
    articles, _ = reading(folder / "de*")
    assert [a.id for a in articles] == ["c.txt", "lines.jsonl:1"]


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path, reading: Reader) -> None:
    (tmp_path / "[1].txt").write_text("One.")
    assert [a.id for a in reading(tmp_path / "[1].txt")[0]] == ["[1].txt"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("nowhere.txt", "is missing"),
        ("no*where", "matches no article"),
        ("empty", "is a folder without articles"),
        ("news/notes.pdf", "is a .pdf file"),
        ("bad\0name", "is missing"),
    ],
)
def test_what_cannot_be_found_is_named(
    folder: Path, reading: Reader, path: str, reason: str
) -> None:
    (folder.parent / "empty").mkdir()
    articles, [failure] = reading(folder.parent / path, folder / "a.txt")
    assert Path(failure.origin).name == Path(path).name
    assert failure.reason.startswith(reason)
    assert [a.text for a in articles] == ["Alpha."]


def test_the_catalogue_among_the_files_of_a_shell_pattern_is_no_error(
    folder: Path, reading: Reader
) -> None:
    (folder / "articles.toml").write_text("")
    assert reading(folder / "a.txt", folder / "articles.toml")[1] == []


def test_links_in_a_circle_come_to_an_end(folder: Path, reading: Reader) -> None:
    (folder / "deep" / "up").symlink_to(folder, target_is_directory=True)
    (folder / "deep" / "self.txt").symlink_to(folder / "deep" / "self.txt")
    articles, failures = reading(folder)
    assert len(articles) == 4
    assert [Path(f.origin).name for f in failures] == ["self.txt"]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_named(folder: Path, reading: Reader) -> None:
    (folder / "b.txt").chmod(0)
    articles, [failure] = reading(folder)
    assert failure.origin.endswith("b.txt")
    assert "permission denied" in failure.reason
    assert len(articles) == 3


def test_a_file_that_vanishes_is_named(folder: Path) -> None:
    items = read([str(folder)], None)  # type: ignore[arg-type]
    first = next(items)
    shutil.rmtree(folder / "deep")
    (folder / "b.txt").unlink()
    assert isinstance(first, Article)
    assert any("cannot be read" in item.reason for item in items if not isinstance(item, Article))


def test_articles_are_read_one_at_a_time(tmp_path: Path) -> None:
    (tmp_path / "first.jsonl").write_text('{"text": "One."}\n' * 3)
    items = read([str(tmp_path / "first.jsonl"), str(tmp_path / "later.txt")], None)  # type: ignore[arg-type]
    one = next(items)
    (tmp_path / "later.txt").write_text("Two.")
    assert [getattr(item, "text", None) for item in (one, *islice(items, 5))][-1] == "Two."


def test_a_file_name_of_any_bytes_makes_an_id(tmp_path: Path, reading: Reader) -> None:
    with Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.txt")).open("w") as file:
        file.write("Text.")
    [article], _ = reading(tmp_path)
    assert article.id == "caf�.txt"
