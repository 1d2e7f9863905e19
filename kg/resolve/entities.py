"""Mentions -> entities: an id is a hash of the gazetteer's key, else of kind, name and country."""

from dataclasses import replace

from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Entity, Mention


class Entities:
    """The entities of some claims, with the places that they lie in."""

    def __init__(self, gazetteer: Gazetteer) -> None:
        self._gazetteer = gazetteer
        self._found: dict[str, Entity] = {}
        self._within: set[tuple[str, str]] = set()

    def resolve(self, claim: Claim) -> Claim:
        """The claim with an entity's id in each mention."""
        return replace(
            claim,
            source=tuple(map(self._mention, claim.source)),
            target=tuple(map(self._mention, claim.target)),
            place=tuple(map(self._mention, claim.place)),
            said_by=tuple(map(self._mention, claim.said_by)),
        )

    def found(self) -> tuple[Entity, ...]:
        """Every entity once."""
        return tuple(self._found.values())

    def within(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a place's id and the id of the place it lies in."""
        return tuple(sorted(self._within))

    def _mention(self, mention: Mention) -> Mention:
        if mention.key is not None and mention.key in self._gazetteer.entries:
            return replace(mention, entity=self._known(mention.key))
        # Which country a person belongs to is what one article tells, and no part of the name.
        country = None if mention.kind == "person" else mention.country
        key = (mention.kind, mention.name, country)
        entity = Entity(stable_id("entity", *key), mention.name, mention.kind, country)
        self._found[entity.id] = entity
        return replace(mention, entity=entity.id)

    def _known(self, key: str) -> str:
        entry = self._gazetteer.entries[key]
        made = Entity(stable_id("entity", key), entry.name, entry.kind, entry.country, key)
        if made.id not in self._found:
            self._found[made.id] = made
            if entry.within is not None and entry.within in self._gazetteer.entries:
                self._within.add((made.id, self._known(entry.within)))
        return made.id
