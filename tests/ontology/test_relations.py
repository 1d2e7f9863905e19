from pathlib import Path

import pytest

from kg.errors import OntologyError
from kg.ontology.lexicon_lint import problems
from kg.ontology.relations import PLOVER, load_relations

GOOD = """
[STRIKES]
meaning = "strikes"
event_type = "ASSAULT"
mode = "aerial"
examples = ["Peru struck Chile. => Peru | Chile"]
counterexamples = ["Peru struck a deal."]

[[STRIKES.triggers]]
verbs = ["strike T!"]

[[STRIKES.triggers]]
event_type = "COERCE"
mode = "drone"
nouns = ["drone-strike on T"]
"""


def write(folder: Path, text: str) -> Path:
    (folder / "sample.toml").write_text(text, encoding="utf-8")
    return folder


def test_lexicon_has_nothing_to_mend() -> None:
    assert problems(load_relations()) == ()


def test_lexicon_is_broad() -> None:
    lexicon = load_relations()
    heads = {(part, t.pattern.head) for (part, _), ts in lexicon.triggers.items() for t in ts}
    assert len(heads) >= 1200
    assert {t.event_type for ts in lexicon.triggers.values() for t in ts} >= PLOVER


def test_every_relation_is_told_by_a_verb_or_a_noun() -> None:
    lexicon = load_relations()
    told = {t.relation.name for ts in lexicon.triggers.values() for t in ts}
    assert told == lexicon.relations.keys()


def test_every_type_of_a_happening_has_a_cameo_code() -> None:
    for triggers in load_relations().triggers.values():
        for trigger in triggers:
            assert (trigger.cameo is None) == (trigger.event_type is None), trigger.rule


def test_group_may_state_a_type_and_a_mode_of_its_own(tmp_path: Path) -> None:
    triggers = load_relations(write(tmp_path, GOOD)).triggers
    assert triggers["verb", "strike"][0].event_type == "ASSAULT"
    assert triggers["verb", "strike"][0].mode == "aerial"
    assert triggers["noun", "strike"][0].event_type == "COERCE"
    assert triggers["noun", "strike"][0].mode == "drone"


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("strike T!", "strike (deal", "cannot be read"),
        ("strike T!", "strike on", "ends in a preposition"),
        ("strike T!", "T strike", "must begin with its head"),
        ('mode = "aerial"', 'moed = "aerial"', "unknown key 'moed'"),
        ('mode = "drone"', 'moed = "drone"', "unknown key 'moed'"),
        ('"COERCE"', '"COERSE"', "'COERSE' is no PLOVER type"),
        ('"ASSAULT"', '"ASSUALT"', "'ASSUALT' is no PLOVER type"),
        ('meaning = "strikes"', "", "has no meaning"),
        ('meaning = "strikes"', 'meaning = "x"\ncontent = "wished"', "content 'wished' is none of"),
    ],
)
def test_bad_entry_is_named_with_its_file(tmp_path: Path, old: str, new: str, reason: str) -> None:
    folder = write(tmp_path, GOOD.replace(old, new))
    with pytest.raises(OntologyError, match=reason) as error:
        load_relations(folder)
    assert "sample.toml: [STRIKES]" in str(error.value)


def test_file_that_is_no_toml_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"sample\.toml:1: not valid TOML"):
        load_relations(write(tmp_path, "[STRIKES"))


def test_relation_that_is_no_table_is_named(tmp_path: Path) -> None:
    with pytest.raises(OntologyError, match=r"sample\.toml: \[STRIKES\]: it is no table"):
        load_relations(write(tmp_path, "STRIKES = 1"))


def test_relation_of_two_files_is_refused(tmp_path: Path) -> None:
    write(tmp_path, GOOD)
    (tmp_path / "second.toml").write_text(GOOD, encoding="utf-8")
    with pytest.raises(OntologyError, match=r"second\.toml: \[STRIKES\]: it is declared twice"):
        load_relations(tmp_path)


def lint(folder: Path, *extra: str) -> tuple[str, ...]:
    return problems(load_relations(write(folder, GOOD + "\n".join(extra))))


def other(pattern: str) -> str:
    return (
        '[ATTACKS]\nmeaning = "attacks"\nevent_type = "ASSAULT"\nexamples = ["x"]\n'
        f'counterexamples = ["x"]\n[[ATTACKS.triggers]]\nverbs = ["{pattern}"]\n'
    )


def test_lint_finds_two_relations_that_claim_the_same_words(tmp_path: Path) -> None:
    assert any("fit the same words" in p for p in lint(tmp_path, other("strike T!")))


def test_lint_lets_particle_object_or_slot_tell_readings_apart(tmp_path: Path) -> None:
    for pattern in ("strike+down T!", "strike (deal) with T", "strike T! with C!"):
        assert not any("fit the same words" in p for p in lint(tmp_path, other(pattern)))


def test_lint_finds_repetition_and_gaps(tmp_path: Path) -> None:
    found = lint(
        tmp_path, '[[STRIKES.triggers]]\nverbs = ["strike T!"]', "[HITS]", 'meaning = "hits"'
    )
    assert any("say the same" in p for p in found)
    assert "HITS has no example" in found
    assert "HITS has no counterexample" in found
    assert "no trigger states the type CONSULT" in found
