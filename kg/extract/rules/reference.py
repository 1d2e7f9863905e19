"""Pronouns, "the group", "both countries": whom words refer back to.

Every look-up goes by what stands before the point that is being read. A reading that the text
leaves open is given with less confidence, or not at all.
"""

from collections import Counter
from collections.abc import Callable
from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.extract.rules.antecedents import fellows, referents
from kg.extract.rules.memory import Memory, Seen
from kg.extract.rules.passage import Passage
from kg.ontology.classes import words
from kg.records import Mention

Reading = tuple[Mention, float]
"""A mention, and how sure it is that it is meant (0 to 1)."""

Side = Callable[[Mention], str]
Sided = tuple[str, Seen]
"""A name where it stood, and for which side it counts."""

_BODIES = frozenset({"country", "organization", "armed_group", "institution"})
_STATES = frozenset({"country", "institution"})
_NAMED = _BODIES - {"country"}
_NEIGHBOURS = {"neighbor", "neighbour"}
_NATIONS = {"country", "nation"}
_NARROWING = {"amod", "compound", "poss", "prep", "relcl"}


def pronoun(passage: Passage, token: Token) -> list[Reading]:
    """Whom a pronoun refers to; nothing where the text leaves it open."""
    memory = passage.memory
    match token.lower_:
        case "he" | "she" | "him" | "her" | "his":
            return _person(memory)
        case "it" | "its":
            return _meant(passage, token, 0.65) or _latest(memory, _BODIES, 0.5)
        case "they" | "them" | "their":
            return _meant(passage, token, 0.6)
        case "i" | "we" | "us" | "our" | "my":
            return [(m, 0.6) for m in memory.last_speaker()]
        case _:
            return []


def _meant(passage: Passage, token: Token, sure: float) -> list[Reading]:
    starts = [start for start, _ in passage.memory.starts]
    found = referents(token, passage.offset, passage.memory.parties, starts)
    return [(mention, sure) for mention in found]


def told_back(passage: Passage, token: Token) -> list[Reading] | None:
    """Whom ``both sides``, ``his country`` and ``the union`` refer to; None for other phrases."""
    memory, lemma = passage.memory, token.lemma_
    listed = any(child.dep_ == "conj" for child in token.children)  # "both X and Y"
    marks = set() if listed else {child.lower_ for child in token.children}
    if "both" in marks or (marks & words("pair_marks") and marks & words("definite")):
        if lemma in words("pair_people"):
            return _two_people(memory) or pair(memory, token) or None
        if lemma in words("pair_words"):
            return pair(memory, token)
    if lemma in words("body_names") - words("forces_names") and _bare(token):
        return [(m, 0.8) for m in _named_with(memory, lemma)] or None
    if lemma in _NEIGHBOURS:
        return _neighbour(passage, token) or None
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
    narrowed = any(child.dep_ in _NARROWING and not _of_doing(child) for child in token.children)
    return _definite(token) and token.is_lower and not narrowed


def _of_doing(prep: Token) -> bool:
    """``accused the group of killing``, where the parser hangs "of" on the group."""
    return any(child.dep_ == "pcomp" for child in prep.children)


def group_back(memory: Memory, token: Token) -> list[Reading]:
    """``the Islamist group``, ``the rebels``: the armed group that was told of last."""
    if not _definite(token):
        return []
    if token.tag_ == "NN" and token.lemma_ in words("group_words"):
        return _latest(memory, {"armed_group"}, 0.7)
    alone = {s.mention.name: s.mention for s in memory.before() if s.mention.kind == "armed_group"}
    plural = token.tag_ == "NNS" and token.lemma_ in words("group_members") and _bare(token)
    return [(m, 0.6) for m in alone.values()] if plural and len(alone) == 1 else []


def force_back(memory: Memory, token: Token) -> list[Reading]:
    """``the force``: the armed body that this sentence or the one before it names."""
    if token.lower_ != "force" or not _bare(token):
        return []
    return _latest(memory, {"armed_group", "organization"}, 0.7)


def _named_with(memory: Memory, word: str) -> list[Mention]:
    """The last body that has a word in its name: ``the union`` of ``Karen National Union``."""
    named = ((m, m.name.lower().split(" (")[0].split()) for m in _bodies(memory))
    holding = [(m, name[-1] == word) for m, name in named if word in name]
    return [m for m, _ in sorted(holding, key=lambda pair: not pair[1])][:1]


def _bodies(memory: Memory) -> list[Mention]:
    return [s.mention for s in memory.before() if s.mention.kind in _NAMED]


def _unlisted(memory: Memory) -> list[Reading]:
    """The last body that only the article names."""
    bodies = (s.mention for s in memory.before() if s.mention.kind == "organization")
    return [(m, 0.55) for m in bodies if m.key is None][:1]


def pair(memory: Memory, token: Token | None = None) -> list[Reading]:
    """The two countries, or else bodies, that were told of last, or that are named most.

    Not those who do something to both sides: ``X urged both sides``.
    """
    doers = {t.text for t in fellows(token)} if token is not None else set()
    for apart in (doers, set[str]()):
        found = _pair(memory, _STATES, _country, apart) or _pair(memory, _BODIES, _own_name, apart)
        if found:
            return found
    return []


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


def _two_people(memory: Memory) -> list[Reading]:
    """The two people of the last sentence that names any, where it names two."""
    near = _nearest([s for s in memory.before() if s.mention.kind == "person"])
    people = {m.name: m for s in reversed(near) if (m := memory.full_name(s.mention))}
    return [(m, 0.75) for m in people.values()] if len(people) == 2 else []


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


def _neighbour(passage: Passage, token: Token) -> list[Reading]:
    """``its neighbour``: the other of the two countries that the article is about."""
    owner = next((c for c in token.children if c.tag_ == "PRP$"), None)
    if owner is None or token.tag_ != "NN":
        return []
    names = {m.name for m, _ in pronoun(passage, owner)}
    two = pair(passage.memory)
    return [(m, sure) for m, sure in two if m.name not in names] if len(two) == 2 and names else []


def _country_of(memory: Memory, person: Mention) -> list[Mention]:
    code = person.country or memory.offices.get(person.name)
    named = (s.mention for s in memory.seen)
    return [m for m in named if m.kind == "country" and m.country == code][:1]
