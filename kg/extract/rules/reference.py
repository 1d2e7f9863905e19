"""Pronouns, "the group", "both countries": whom words refer back to.

Every look-up goes by what stands before the point that is being read. A reading that the text
leaves open is given with less confidence, or not at all.
"""

from collections import Counter
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.extract.rules.memory import Memory, Seen
from kg.ontology.classes import words
from kg.records import Mention

Reading = tuple[Mention, float]
"""A mention, and how sure it is that it is meant (0 to 1)."""

_BODIES = frozenset({"country", "organization", "armed_group", "institution"})
_NAMED = _BODIES - {"country"}
_NATIONS = {"country", "nation"}
_NARROWING = {"amod", "compound", "poss", "prep", "relcl"}


def pronoun(memory: Memory, word: str) -> list[Reading]:
    """Whom a pronoun refers to; nothing where the text leaves it open."""
    match word:
        case "he" | "she" | "him" | "her" | "his":
            return _person(memory)
        case "it" | "its":
            return _latest(memory, _BODIES, 0.65)
        case "they" | "them" | "their":
            return _latest(memory, _BODIES | {"group"}, 0.5)
        case "i" | "we" | "us" | "our" | "my":
            return [(m, 0.6) for m in memory.last_speaker()]
        case _:
            return []


def told_back(memory: Memory, token: Token) -> list[Reading] | None:
    """Whom ``both sides``, ``his country`` and ``the union`` refer to; None for other phrases."""
    lemma, marks = token.lemma_, {child.lower_ for child in token.children}
    if lemma in words("pair_words") and marks & words("pair_marks"):
        return pair(memory)
    if lemma in words("body_names") - words("forces_names") and _bare(token):
        return [(m, 0.8) for m in _named_with(memory, lemma)] or None
    return (_own_country(memory, token) or None) if lemma in _NATIONS else None


def phrase_back(memory: Memory, token: Token) -> list[Reading]:
    """What ``the group``, ``the ministry``, ``the agency`` refer to."""
    lemma = token.lemma_
    if not _definite(token):
        return []
    if _bare(token) and (named := _named_with(memory, lemma)):
        return [(m, 0.8) for m in named]
    if lemma in words("group_words"):
        return _latest(memory, {"armed_group"}, 0.7) or _unlisted(memory)
    if lemma in words("institution_words"):
        return _latest(memory, {"institution"}, 0.7)
    if _bare(token) and lemma in words("league_words"):
        return _latest(memory, {"organization"}, 0.7)
    return []


def _definite(token: Token) -> bool:
    """``the ministry``, and the ministry of ``ministry spokesman``."""
    marked = any(child.lower_ in {"the", "this"} for child in token.children)
    return marked or token.dep_ == "compound"


def _bare(token: Token) -> bool:
    """Whether a phrase is ``the`` and a noun in small letters alone."""
    narrowed = any(child.dep_ in _NARROWING for child in token.children)
    return _definite(token) and token.is_lower and not narrowed


def _named_with(memory: Memory, word: str) -> list[Mention]:
    """The last body that has a word in its name: ``the union`` of ``Karen National Union``."""
    bodies = (s.mention for s in memory.before() if s.mention.kind in _NAMED)
    return [m for m in bodies if word in m.name.lower().split(" (")[0].split()][:1]


def _unlisted(memory: Memory) -> list[Reading]:
    """The last body that only the article names."""
    bodies = (s.mention for s in memory.before() if s.mention.kind == "organization")
    return [(m, 0.55) for m in bodies if m.key is None][:1]


def pair(memory: Memory) -> list[Reading]:
    """The two countries, or else bodies, named most before this point, or before this sentence."""
    seen = memory.before()
    here = memory.sentence()
    for kinds in (frozenset({"country"}), _BODIES):
        named = [s.mention for s in seen if s.mention.kind in kinds]
        earlier = [s.mention for s in seen if s.mention.kind in kinds and s.sentence < here]
        if two := _two_most_named(named) or _two_most_named(earlier):
            return [(next(m for m in named if m.name == name), 0.7) for name in two]
    return []


def _two_most_named(named: list[Mention]) -> list[str]:
    """Two names in alphabetical order, where no third is named as often."""
    counts = Counter(m.name for m in named).most_common(3)
    if len(counts) < 2 or (len(counts) == 3 and counts[2][1] == counts[1][1]):
        return []
    return sorted(name for name, _ in counts[:2])


def _person(memory: Memory) -> list[Reading]:
    """The subject, else the only or last person, of the last sentence that names a person."""
    near = _nearest([s for s in memory.before() if s.mention.kind == "person"])
    if not near:
        return []
    subjects = [s for s in near if s.subject]
    chosen = subjects[-1] if subjects else near[0]
    alone = len({s.mention.name for s in near}) == 1
    return [(memory.full_name(chosen.mention), 0.85 if alone or subjects else 0.55)]


def _latest(memory: Memory, kinds: AbstractSet[str], sure: float) -> list[Reading]:
    """The subject of the last sentence that names one of ``kinds``, else the last such name."""
    near = _nearest([s for s in memory.before() if s.mention.kind in kinds])
    subjects = [s for s in near if s.subject]
    if subjects:
        return [(subjects[0].mention, sure)]
    return [(s.mention, sure - 0.15) for s in near[:1]]


def _nearest(seen: list[Seen]) -> list[Seen]:
    """Those of the same sentence as the first."""
    return [s for s in seen if s.sentence == seen[0].sentence]


def _own_country(memory: Memory, token: Token) -> list[Reading]:
    """``his country``: that of the person, as the article names it."""
    owner = next((c.lower_ for c in token.children if c.tag_ == "PRP$"), None)
    people = _person(memory) if owner in {"his", "her"} else []
    return [(m, 0.7) for person, _ in people for m in _country_of(memory, person)]


def _country_of(memory: Memory, person: Mention) -> list[Mention]:
    code = person.country or memory.offices.get(person.name)
    named = (s.mention for s in memory.seen)
    return [m for m in named if m.kind == "country" and m.country == code][:1]
