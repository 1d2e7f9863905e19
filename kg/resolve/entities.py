"""Mentions -> entities: an id is a hash of the gazetteer's key, else of kind, name and country.

The name of a key is canonical: all spellings of it give the same.

Where decisions say that several keys are one entity, all of them get the id of one.
"""

from dataclasses import replace

from kg.decide import UNDECIDED, Identities
from kg.ids import entity_id, entity_key, key_parts
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim, Edge, Entity, Mention
from kg.resolve.known import known_key
from kg.resolve.mentions import with_each
from kg.resolve.names import canonical, name_words, of_a_country
from kg.resolve.ties import ties_of


class Entities:
    """The entities of some claims, with the places that they lie in and their ties."""

    def __init__(self, gazetteer: Gazetteer, identities: Identities = UNDECIDED) -> None:
        self._gazetteer = gazetteer
        self._identities = identities
        self._found: dict[str, Entity] = {}
        self._within: set[tuple[str, str]] = set()

    def resolve(self, claim: Claim) -> Claim:
        """The claim with an entity's id in each mention."""
        return with_each(claim, self._mention)

    def found(self) -> tuple[Entity, ...]:
        """Every entity once."""
        return tuple(self._found.values())

    def within(self) -> tuple[tuple[str, str], ...]:
        """Pairs of a place's id and the id of the place it lies in."""
        return tuple(sorted(self._within))

    def ties(self) -> tuple[Edge, ...]:
        """The gazetteer's ties of these entities, also to such as the graph may lack."""
        return ties_of(self._found.values(), self._gazetteer, self._identities)

    def add(self, key: str) -> str:
        """The id of the entity that a key stands for, which is found from now on."""
        chief = self._identities.of(key).chief
        id = entity_id(chief)
        if id not in self._found:
            self._found[id] = self._made(id, chief)
            entry = self._gazetteer.entries.get(chief)
            if entry and entry.within is not None and entry.within in self._gazetteer.entries:
                self._within.add((id, self.add(entry.within)))
        return id

    def _mention(self, mention: Mention) -> Mention:
        key = mention.named or self._key(mention)
        id, group = self.add(key), self._identities.of(key)
        called = key == group.chief or key in group.called
        return replace(mention, kind=self._found[id].kind, entity=id, named=key, called=called)

    def _key(self, mention: Mention) -> str:
        if mention.key is not None and mention.key in self._gazetteer.entries:
            return mention.key
        if known := known_key(self._gazetteer, mention):
            return known
        return key_of(mention.kind, mention.name, mention.country)

    def _made(self, id: str, key: str) -> Entity:
        parts = key_parts(key)
        if parts is None:
            entry = self._gazetteer.entries[key]
            parts = entry.kind, entry.name, entry.country
        kind, name, country = parts
        group = self._identities.of(key)
        shown = group.name or name
        return Entity(id, shown, kind, country, key, group.also, group.numbers, group.name)


def key_of(kind: str, name: str, country: str | None) -> str:
    """The key of an entity that no list knows, by any spelling of its name."""
    part = country if _is_national(kind, name) else None
    return entity_key(kind, canonical(kind, name), part)


def _is_national(kind: str, name: str) -> bool:
    """Whether the country is part of the name, and not just what one article tells of it.

    There is a Socialist Party in many countries, and one Shan Unity Movement.
    """
    if kind in {"organization", "armed_group"}:
        return of_a_country(name_words(name))
    return kind != "person"
