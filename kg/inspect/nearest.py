"""Names of the graph that are like what a person typed."""

from difflib import get_close_matches

from kg.stores.base import GraphView

MOST = 3
"""Names that are proposed."""
SURE = 0.8
"""How alike two spellings are at least, from 0 to 1."""

_NAMES = "MATCH (e:Entity) RETURN e.name AS name, e.key AS key ORDER BY name, key"


def nearest(store: GraphView, words: str) -> tuple[str, ...]:
    """Names with their keys: those spelled much alike, then those that share a word, most first.

    Small words are not counted.
    """
    asked = _words(words)
    names: dict[str, list[str]] = {}
    for name, key in store.query(_NAMES).rows:
        names.setdefault(str(name).casefold(), []).append(f"{name} ({key})")
    close = get_close_matches(words.casefold(), names, MOST, SURE)
    shared = {name: len(asked & _words(name)) for name in names}
    sharing = sorted((name for name in names if shared[name]), key=lambda n: (-shared[n], n))
    found = (each for name in dict.fromkeys([*close, *sharing]) for each in names[name])
    return tuple(found)[:MOST]


def _words(name: str) -> set[str]:
    return {word for word in name.casefold().split() if len(word) > 3}
