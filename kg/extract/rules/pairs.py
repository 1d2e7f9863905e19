"""Who "both sides" and "the two countries" are."""

from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.extract.rules.antecedents import fellows
from kg.extract.rules.memory import Memory, Seen
from kg.extract.rules.persons import Reading
from kg.ontology.classes import words
from kg.records import Mention

Side = Callable[[Mention], str]
Sided = tuple[str, Seen]
"""A name where it stood, and for which side it counts."""

_STATES = frozenset({"country", "institution"})
_GROUPS = frozenset({"organization", "armed_group"})
_SIDES = frozenset({"country", "institution", "armed_group"})
_ARMED = frozenset({"armed_group"})
_BODIES = frozenset({"country", "organization", "armed_group", "institution"})


def pair(
    memory: Memory, token: Token | None = None, others: AbstractSet[str] = frozenset()
) -> list[Reading]:
    """The two countries, or else bodies, that were told of last, or that are named most.

    Not those who do something to both sides: ``X urged both sides``; nor ``others``, by their
    words.
    """
    doers = {t.text for t in fellows(token)} if token is not None else set(others)
    for kinds in _groups(token):
        if found := _pair(memory, kinds, _own_name, doers):
            return found
    if _civil(token) and (found := _pair(memory, _SIDES, _side, doers)):
        return found
    for apart in (doers, set(others)):
        found = _pair(memory, _STATES, _country, apart) or _pair(memory, _BODIES, _own_name, apart)
        if found:
            return found
    return []


def _civil(token: Token | None) -> bool:
    """``the two sides``, ``both parties``: they may be a state and those who fight it."""
    return token is not None and token.lemma_.lower() in {"party", "side"}


def _side(mention: Mention) -> str:
    return mention.name if mention.kind == "armed_group" else _country(mention)


def _groups(token: Token | None) -> list[AbstractSet[str]]:
    """The kinds that ``the two groups``, or ``both`` alone, means before all others."""
    if token is not None and token.lemma_.lower() in words("group_words"):
        return [_ARMED, _GROUPS]
    return [_ARMED] if token is not None and token.lower_ == "both" else []


def _pair(
    memory: Memory, kinds: AbstractSet[str], side: Side, doers: AbstractSet[str]
) -> list[Reading]:
    """The two of some kinds in this sentence, in the first, or named most, or told of last."""
    parties = [(side(s.mention), s) for s in memory.before() if s.mention.kind in kinds]
    here = memory.sentence()
    apart = {n for n, s in parties if s.sentence == here and doers & set(s.mention.text.split())}
    parties = [(name, s) for name, s in parties if name not in apart]
    named = {name: s.mention for name, s in parties if s.mention.kind != "institution"}
    told = {name: s.mention for name, s in parties} | named
    earlier = [(name, s) for name, s in parties if s.sentence < here]
    before = [names for at, names in memory.pairs if at < memory.here and set(names) <= told.keys()]
    found = (
        _only_two(parties, here)
        or (_only_two(earlier, earlier[-1][1].sentence) if earlier else [])
        or (before[-1] if before else [])
        or _two_most_named(parties)
        or _two_most_named(earlier)
        or (_only_two(earlier, earlier[0][1].sentence) if earlier else [])
    )
    if found:
        memory.pairs.append((memory.here, found))
    return [(told[name], 0.7) for name in found]


def _country(mention: Mention) -> str:
    """A country for its bodies too."""
    return mention.country or mention.name


def _own_name(mention: Mention) -> str:
    return mention.name


def _only_two(parties: list[Sided], sentence: int) -> list[str]:
    """The two parties of a sentence, in the order of the text, where there is no third."""
    found = list(dict.fromkeys(name for name, s in reversed(parties) if s.sentence == sentence))
    return found if len(found) == 2 else []


def _two_most_named(parties: list[Sided]) -> list[str]:
    """Two parties in alphabetical order, where no third is named as often."""
    counts = Counter(name for name, _ in parties).most_common(3)
    if len(counts) < 2 or (len(counts) == 3 and counts[2][1] == counts[1][1]):
        return []
    return sorted(name for name, _ in counts[:2])
