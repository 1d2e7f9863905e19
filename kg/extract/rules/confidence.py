"""How sure a claim is: a logistic regression over what is known when the claim is made.

``bench/confidence.py`` fits the weights in ``confidence.toml`` to labelled claims.
"""

import functools
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Token

from kg.extract.rules.found import Found
from kg.extract.rules.scope import Scope, word_at
from kg.ontology.tables import read_table
from kg.records import Mention, Status

WEIGHTS = Path(__file__).with_suffix(".toml")

_OUTRIGHT = 0.95
"""How sure a party is that stands there by its name."""

_WORDS = {"ACCUSE", "DENY", "REJECT", "REQUEST", "SUPPORT", "THREATEN"}
"""Types of events that are done with words; who does them is seldom missed."""

_BODIES = {"institution", "organization"}

_PARTIES = {"country", "armed_group"}
"""Kinds that the gazetteer knows best."""

_ASIDE = {"advcl", "xcomp"}
"""Arcs by which a verb hangs on another whose subject it shares or not."""

Grounds = Mapping[str, float]
"""What speaks for or against a claim, under the names of the weights; each from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Model:
    """Weights in log-odds; ``margin`` is taken off for text that nobody has tuned on."""

    intercept: float
    margin: float
    weights: Grounds


def grounds(
    scope: Scope,
    trigger: Token,
    source: Sequence[Found],
    target: Sequence[Found],
    place: Sequence[Found] = (),
    *,
    event_type: str | None = None,
    status: Status = "asserted",
) -> Grounds:
    """What is known of a claim that is told by the word ``trigger``."""
    first = [found[0].sure for found in (source, target, place) if found]
    doer, aim = (found[0].mention if found else None for found in (source, target))
    return {
        "no_source": doer is None,
        "no_target": aim is None,
        "a_place": bool(place),
        "source_named": bool(source) and source[0].sure >= _OUTRIGHT,
        "source_beside": _beside(scope, trigger, doer),
        "source_a_person": doer is not None and doer.kind == "person",
        "source_an_institution": doer is not None and doer.kind == "institution",
        "target_beside": _beside(scope, trigger, aim),
        "target_a_body": aim is not None and aim.kind in _BODIES,
        "target_a_party": aim is not None and aim.kind in _PARTIES,
        "weakest_in_doubt": 1 - min(first, default=0.5),
        "not_asserted": status != "asserted",
        "said_or_asked": event_type in _WORDS,
        "told_aside": trigger.dep_ in _ASIDE,
    }


def _beside(scope: Scope, trigger: Token, party: Mention | None) -> bool:
    """Whether a single arc joins the trigger and the party."""
    word = word_at(party.start, party.end, scope) if party else None
    return word is not None and word != trigger and trigger in (word.head, *word.children)


def sureness(known: Grounds) -> float:
    """The share of such claims that is expected to be right, to two digits."""
    model = load_model()
    odds = model.intercept - model.margin
    odds += sum(model.weights[name] * value for name, value in known.items())
    return round(1 / (1 + math.exp(-odds)), 2)


@functools.cache
def load_model(path: Path = WEIGHTS) -> Model:
    """The fitted weights. Raises OntologyError where the file is no TOML."""
    data = read_table(path).data
    return Model(data["intercept"], data["margin"], data["weights"])
