from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.governors import load_governors, load_light_verbs


def write(folder: Path, text: str) -> Path:
    path = folder / "sample.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_governor_has_one_effect_for_a_part_of_speech() -> None:
    governors = load_governors()
    assert governors["verb", "deny"] == "denied"
    assert governors["adverb", "allegedly"] == "claimed"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('[[group]]\neffect = "told"', r"sample\.toml:\d+: 'told' is no effect"),
        (
            '[[group]]\neffect = "said"\nverbs = ["say"]\n'
            '[[group]]\neffect = "denied"\nverbs = ["say"]',
            r"sample\.toml:\d+: 'say' stands under two effects",
        ),
    ],
)
def test_bad_governor_is_named_with_its_file(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(OntologyError, match=reason):
        load_governors(write(tmp_path, text))


def test_light_verb_may_need_a_preposition() -> None:
    light = load_light_verbs()
    assert ("come", "under") in light.undergoing
    assert ("come", None) not in light.undergoing


def test_light_verbs_need_all_lists(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match="has no list 'passive_like'"):
        load_light_verbs(write(tmp_path, 'verbs = ["make"]'))
