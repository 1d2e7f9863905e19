"""The notation of triggers: one schematic clause a line, with capital letters for the parties.

    accuse T of/for C        the direct object is the target, "of" or "for" leads to the content
    carry+out (strike) on T  particle "out"; the direct object must be one of the words in brackets
    bring+to (trial) T       preposition "to", whose object the brackets name; T is the object
    kill+subj (drone) obj T  the subject must be one of the words; so with attr and clause
    call on T!               the target must be there, or the pattern does not fit
    invade P                 the direct object is the place

``T`` target, ``G`` a target that is an armed group, ``S`` source (else the subject), ``P`` place,
``C`` content (what is alleged, denied, demanded, promised, threatened), ``B`` both parties. Words
are lemmas; ``a/b`` are alternatives; a hyphen in a head joins the words of a compound
("air-strike"). ``to C`` is an infinitive, ``that C`` a finite clause. ``subj``, ``obj`` and
``dative`` before a slot are no prepositions but the subject, the direct object and the recipient.
"""

import re
from dataclasses import dataclass
from typing import Literal, cast

from kg.errors import OntologyError

Role = Literal["S", "T", "G", "P", "C", "B"]
Part = Literal["verb", "noun", "adjective"]

_TOKEN = re.compile(r"\([^()]*\)|\S+")
_SLOT = re.compile(r"[STGPCB]!?$")
_WORDS = re.compile(r"[a-z'-]+(/[a-z'-]+)*$")
_HEADS = re.compile(r"[a-z'-]+(\+[a-z]+)?(/[a-z'-]+(\+[a-z]+)?)*$")


@dataclass(frozen=True, slots=True)
class Slot:
    """Where a party stands: the direct object (``preps`` empty), or behind one of ``preps``."""

    role: Role
    preps: tuple[str, ...]
    required: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """One reading of one head word.

    ``objects`` are the words of which the direct object, or the object of the preposition
    ``particle``, must be one.
    """

    part: Part
    head: str
    particle: str | None
    objects: frozenset[str]
    slots: tuple[Slot, ...]
    text: str

    @property
    def strictness(self) -> int:
        """How much the pattern asks for; of several that fit, the strictest is meant."""
        words = 2 * (bool(self.particle) + self.head.count("-")) + 3 * bool(self.objects)
        return words + sum(slot.required + (slot.role == "G") for slot in self.slots)


def parse(text: str, part: Part) -> tuple[Pattern, ...]:
    """One pattern a head word of ``text``. Raises OntologyError where the notation is wrong."""
    tokens = _TOKEN.findall(text)
    if not tokens or not _HEADS.match(tokens[0]):
        raise OntologyError(f"the trigger {text!r} must begin with its head word")
    rest = tokens[1:]
    objects = frozenset[str]()
    if len(rest) > 1 and rest[1].startswith("(") and "/" not in rest[0]:
        raise OntologyError(
            f"the trigger {text!r} must join {rest[0]!r} to its head with a plus sign"
        )
    if rest and rest[0].startswith("(") and rest[0].endswith(")"):
        objects = frozenset(rest.pop(0)[1:-1].replace("/", " ").split())
    slots = _slots(rest, text)
    heads = (head.partition("+") for head in tokens[0].split("/"))
    return tuple(Pattern(part, word, more or None, objects, slots, text) for word, _, more in heads)


def _slots(tokens: list[str], text: str) -> tuple[Slot, ...]:
    slots: list[Slot] = []
    preps: tuple[str, ...] = ()
    for token in tokens:
        if _SLOT.match(token):
            slots.append(Slot(cast(Role, token[0]), preps, token.endswith("!")))
            preps = ()
        elif _WORDS.match(token) and not preps:
            preps = tuple(token.split("/"))
        else:
            raise OntologyError(f"the trigger {text!r} cannot be read at {token!r}")
    if preps:
        raise OntologyError(f"the trigger {text!r} ends in a preposition without a slot")
    return tuple(slots)
