"""People and bodies of the gazetteer, under any spelling of their names."""

import functools
from collections import defaultdict
from collections.abc import Mapping

from kg.ontology.gazetteer import Gazetteer
from kg.records import Mention
from kg.resolve.names import canonical

_BODIES = ("organization", "armed_group")


def known_key(gazetteer: Gazetteer, mention: Mention) -> str | None:
    """The key of the one entry that has the name in another spelling, and no other country."""
    key = spelled(gazetteer).get(_sort(mention.kind), {}).get(canonical(mention.kind, mention.name))
    if key is None:
        return None
    country = gazetteer.entries[key].country
    return key if mention.country in (None, country) or country is None else None


@functools.lru_cache(maxsize=4)
def spelled(gazetteer: Gazetteer) -> Mapping[str, Mapping[str, str]]:
    """By sort of entity and canonical name of two words and more, the key of the only one."""
    found: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    for entry in gazetteer.entries.values():
        if sort := _sort(entry.kind):
            for name in (entry.name, *entry.aliases):
                found[sort][canonical(entry.kind, name)].add(entry.key)
    return {sort: _alone(names) for sort, names in found.items()}


def _sort(kind: str) -> str:
    return "body" if kind in _BODIES else "person" if kind == "person" else ""


def _alone(names: Mapping[str, set[str]]) -> dict[str, str]:
    return {name: min(keys) for name, keys in names.items() if " " in name and len(keys) == 1}
