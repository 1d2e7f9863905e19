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
from kg.extract.rules.scope import Scope
from kg.ontology.tables import read_table

WEIGHTS = Path(__file__).with_suffix(".toml")

_OUTRIGHT = 0.95
"""How sure a party is that stands there by its name."""

_FAR = 200
"""Characters between trigger and source from which on it is far."""

_LONG = 60
"""Tokens of a sentence from which on it is long."""

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
    content: bool = False,
    alleged: bool = False,
) -> Grounds:
    """What is known of a claim that is told by the word ``trigger``."""
    first = [found[0].sure for found in (source, target, place) if found]
    at = scope.passage.offset + trigger.idx
    away = abs(source[0].mention.start - at) if source else 0
    return {
        "no_source": not source,
        "no_target": not target,
        "nobody_and_nowhere": not (target or place or content),
        "both_named": all(found and found[0].sure >= _OUTRIGHT for found in (source, target)),
        "weakest_in_doubt": 1 - min(first, default=0.5),
        "alleged": alleged,
        "not_finite": trigger.tag_ in {"VB", "VBG"},
        "far_source": min(away / _FAR, 1),
        "long_sentence": min(len(scope.span) / _LONG, 1),
    }


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
