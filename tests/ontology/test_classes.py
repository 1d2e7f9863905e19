from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.classes import load_classes, words


def test_class_is_found_by_name() -> None:
    assert "wave" in words("partitives")


def test_class_that_is_missing_is_named() -> None:
    with pytest.raises(OntologyError, match="has no class 'partitive'"):
        words("partitive")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('a = ["x"]\nb = "y"', "b must be a list of words"),
        ('a = ["x"]\nb = [1]', "b must be a list of words"),
        ('a = ["x"]\nb = []', "b has no words"),
        ('a = ["x"]\nb = ["y", "y"]', "b has 'y' twice"),
    ],
)
def test_bad_class_is_named_with_its_line(tmp_path: Path, text: str, reason: str) -> None:
    path = tmp_path / "classes.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(OntologyError, match=rf"classes\.toml:2: {reason}"):
        load_classes(path)
