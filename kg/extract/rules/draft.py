"""A claim in the making."""

from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.extract.rules.found import Found
from kg.extract.rules.triggers import Hit
from kg.ontology.relations import Relation, Trigger
from kg.records import Quantity

_PHYSICAL_TYPES = {"ASSAULT", "RETREAT", "MOBILIZE", "PROTEST"}
_PHYSICAL = {
    "VISITS",
    "SEIZES",
    "BLOCKADES",
    "SEIZES_POWER",
    "OPERATES_IN",
    "BASED_IN",
    "LOCATED_IN",
}


@dataclass(slots=True)
class Draft:
    """The parties of a hit as far as they are read; the steps of the extractor fill in more.

    ``both`` are parties that do it to each other; ``content`` are the heads of what is said, wanted
    or promised; ``source_tokens`` the words that ``source`` was read from; ``blamed`` whether it is
    only blamed on its source.
    """

    hit: Hit
    trigger: Trigger
    source: list[Found] = field(default_factory=list)
    target: list[Found] = field(default_factory=list)
    place: list[Found] = field(default_factory=list)
    both: list[Found] = field(default_factory=list)
    content: list[Token] = field(default_factory=list)
    source_tokens: list[Token] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    blamed: bool = False

    @property
    def relation(self) -> Relation:
        """The relation of the trigger."""
        return self.trigger.relation

    @property
    def event_type(self) -> str | None:
        """The PLOVER type of the trigger."""
        return self.trigger.event_type

    @property
    def violent(self) -> bool:
        """Whether force is used."""
        return self.event_type == "ASSAULT"

    def become(self, relation: Relation, mode: str | None = None) -> None:
        """Read the event as one of another relation, of that relation's PLOVER type."""
        self.trigger = replace(
            self.trigger, relation=relation, event_type=relation.event_type, mode=mode
        )


def grounded(draft: Draft) -> bool:
    """Whether the event of a draft is physical: a march is, a protest by note is not."""
    return physical(draft.relation) and draft.event_type != "ACCUSE"


def physical(relation: Relation) -> bool:
    """Whether it happens on the ground, so that a capital in it is a place and no government."""
    return relation.event_type in _PHYSICAL_TYPES or relation.name in _PHYSICAL
