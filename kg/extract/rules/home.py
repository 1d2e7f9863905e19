"""Whose army, police or president is meant where no country is named.

The countries are given as ISO 3166 alpha-3 codes.
"""

from collections import Counter
from collections.abc import Iterable, Set

from kg.extract.rules.memory import Memory, Seen
from kg.records import Mention

_SPOTS = {"province", "city", "region"}
_STATES = {"country", "institution"}
_WEIGHT = 2
"""Mentions that a dateline, or the subject of the first sentence, counts for."""
_BRIEF = 3
"""Sentences of an item whose first subject may as well be the other side."""


def at_scene(memory: Memory) -> str | None:
    """Where what is told happens: a place in the same sentence, or the one set before, or home."""
    here = memory.sentence()
    near = [s for s in memory.seen if s.sentence == here and s.mention.kind in _SPOTS]
    return _most_named(near) or _set_before(memory) or at_home(memory)


def of_speaker(memory: Memory) -> str | None:
    """The country that acts earlier in the same sentence: ``X's police did A, officials said``."""
    here = memory.sentence()
    said = [s for s in reversed(memory.before()) if s.sentence == here]
    return _acting(said) or at_scene(memory)


def of_office(memory: Memory, title: str, person: str) -> str | None:
    """The country that ``President X`` serves: the one that acts right before, or home.

    Not one that another person serves under the same title.
    """
    here = memory.sentence()
    earlier = [s for s in memory.before() if s.sentence < here]
    last = [s for s in reversed(earlier) if s.sentence == earlier[0].sentence]
    told = bool(last) and (memory.paragraph() == last[0].paragraph or _first(memory, last[0]))
    taken = {c for (held, c), m in memory.holders.items() if held == title and m.name != person}
    found = [_acting(last) if told else None, at_home(memory, taken)]
    return next((code for code in found if code is not None and code not in taken), None)


def at_home(memory: Memory, without: set[str | None] | None = None) -> str | None:
    """The country that the article names most; its dateline and its first subject count for more.

    People count where nothing else is named: they are told of wherever they are.
    """
    named = [s for s in memory.seen if s.mention.kind != "person"]
    codes = Counter(s.mention.country for s in named)
    if len(memory.starts) > _BRIEF:
        codes.update([memory.dateline, _acting(s for s in named if _first(memory, s))] * _WEIGHT)
    people = Counter(s.mention.country for s in memory.seen)
    nowhere = {None} | (without or set())
    return _alone(codes, nowhere) or (None if set(codes) - {None} else _alone(people, nowhere))


def holder(memory: Memory, office: str, country: str | None) -> Mention | None:
    """Who holds an office in this article; without a country, who alone does, or at home."""
    if country is not None:
        return memory.holders.get((office, country))
    held = {m.name: m for (name, _), m in memory.holders.items() if name == office}
    alone = next(iter(held.values())) if len(held) == 1 else None
    return alone or memory.holders.get((office, at_scene(memory)))


def last_of(memory: Memory, titles: Set[str], country: str | None) -> Mention | None:
    """Of the people who hold one of ``titles``, in a country if one is given, the last told of."""
    offices = [(t, c, m) for (t, c), m in memory.holders.items() if country in {None, c}]
    held = {m.name: m for title, _, m in offices if title in titles}
    told = [memory.full_name(s.mention) for s in memory.people()]
    return next((held[m.name] for m in told if m.name in held), None)


def compatriot(memory: Memory, country: str) -> Mention | None:
    """The one person of a country whom the article has told of so far."""
    told = [memory.full_name(s.mention) for s in memory.people()]
    named = {m.name: m for m in told if m.country == country}
    return next(iter(named.values())) if len(named) == 1 else None


def _set_before(memory: Memory) -> str | None:
    """The one country of the last sentence of this paragraph that names any."""
    here, paragraph = memory.sentence(), memory.paragraph()
    earlier = [
        s
        for s in memory.before()
        if s.sentence < here and s.paragraph == paragraph and s.mention.country is not None
    ]
    last = [s for s in earlier if s.sentence == earlier[0].sentence]
    codes = {s.mention.country for s in last}
    placed = any(s.mention.kind in _SPOTS for s in last)
    return next(iter(codes)) if placed and len(codes) == 1 else None


def _acting(seen: Iterable[Seen]) -> str | None:
    """The country of the first state or state body that is a subject."""
    acting = (s.mention.country for s in seen if s.subject and s.mention.kind in _STATES)
    return next(acting, None)


def _first(memory: Memory, seen: Seen) -> bool:
    return seen.sentence == memory.seen[0].sentence


def _most_named(seen: Iterable[Seen]) -> str | None:
    """The country named most often, where one alone is."""
    return _alone(Counter(s.mention.country for s in seen), {None})


def _alone(counts: Counter[str | None], without: set[str | None]) -> str | None:
    found = [(code, n) for code, n in counts.most_common() if code not in without][:2]
    alone = found and (len(found) == 1 or found[0][1] > found[1][1])
    return found[0][0] if alone else None
