"""Pronouns, "the group", "both countries": whom words refer back to.

Every look-up goes by what stands before the point that is being read. A reading that the text
leaves open is given with less confidence, or not at all.
"""

from collections.abc import Set as AbstractSet

from spacy.tokens import Token

from kg.extract.rules.antecedents import referents
from kg.extract.rules.memory import Memory, Seen
from kg.extract.rules.pairs import pair
from kg.extract.rules.passage import Passage
from kg.extract.rules.persons import Reading, latter, of_person, person, two_people
from kg.ontology.classes import words
from kg.records import Mention

_BODIES = frozenset({"country", "organization", "armed_group", "institution"})
_NAMED = _BODIES - {"country"}
_NEIGHBOURS = {"neighbor", "neighbour"}
_ORDER = {"former", "latter"}
_NARROWING = {"amod", "compound", "poss", "prep", "relcl"}


def pronoun(passage: Passage, token: Token) -> list[Reading]:
    """Whom a pronoun refers to; nothing where the text leaves it open."""
    memory = passage.memory
    match token.lower_:
        case "he" | "she" | "him" | "her" | "his":
            return person(passage, token)
        case "both":
            return pair(memory, token)
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
    lemma = token.lemma_.lower()
    listed = any(child.dep_ == "conj" for child in token.children)  # "both X and Y"
    marks = set() if listed else {child.lower_ for child in token.children}
    if lemma in _ORDER and "the" in marks:
        return latter(passage.memory, token) or None
    if "both" in marks or (marks & words("pair_marks") and marks & words("definite")):
        return _two(passage.memory, token)
    if lemma in words("body_names") and lemma not in words("forces_names") and _bare(token):
        return [(m, 0.8) for m in _named_with(passage.memory, lemma)] or None
    return (
        _neighbour(passage, token) if lemma in _NEIGHBOURS else of_person(passage, token)
    ) or None


def _two(memory: Memory, token: Token) -> list[Reading] | None:
    """``the two leaders``, ``both sides``."""
    if token.lemma_ in words("pair_people"):
        return two_people(memory) or pair(memory, token) or None
    both = words("pair_words") | words("group_words")
    return pair(memory, token) if token.lemma_ in both else None


def phrase_back(memory: Memory, token: Token) -> list[Reading]:
    """What ``the group``, ``the ministry``, ``the agency`` refer to; whose ``the statement`` is."""
    lemma = token.lemma_.lower()
    if not _definite(token):
        return []
    named = [(m, 0.8) for m in _named_with(memory, lemma)] if _bare(token) else []
    if named or (lemma in words("documents") and token.dep_ == "nsubj"):
        return named or [(m, 0.6) for m in memory.last_speaker()]
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
    """Whether a phrase is ``the`` and a noun alone, in official papers with a capital."""
    narrowed = any(child.dep_ in _NARROWING and not _of_doing(child) for child in token.children)
    return _definite(token) and (token.is_lower or token.is_title) and not narrowed


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
    """``the force``, ``the militia``: the armed body that was told of last."""
    if token.lower_ not in {"force", *words("irregulars")} or not _bare(token):
        return []
    kinds = {"armed_group"} if token.lower_ != "force" else {"armed_group", "organization"}
    return _latest(memory, kinds, 0.7)


def _named_with(memory: Memory, word: str) -> list[Mention]:
    """The last body that has a word in its name: ``the union`` of ``Karen National Union``."""
    named = ((m, m.name.lower().split(" (")[0].split()) for m in _bodies(memory))
    holding = [(m, name[-1] == word) for m, name in named if word in name]
    return [m for m, _ in sorted(holding, key=lambda pair: not pair[1])][:1]


def _bodies(memory: Memory) -> list[Mention]:
    """The bodies before the present point, named or told of by what they are, the latest first."""
    named = [s.mention for s in memory.before()]
    told = [m for p in memory.parties for m in p.mentions if p.start < memory.here]
    bodies = [m for m in (*named, *told) if m.kind in _NAMED]
    return sorted(bodies, key=lambda m: -m.start)


def _unlisted(memory: Memory) -> list[Reading]:
    """The last body that only the article names."""
    bodies = (s.mention for s in memory.before() if s.mention.kind == "organization")
    return [(m, 0.55) for m in bodies if m.key is None][:1]


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


def _neighbour(passage: Passage, token: Token) -> list[Reading]:
    """``its neighbour``: the other of the two countries that the article is about."""
    owner = next((c for c in token.children if c.tag_ == "PRP$"), None)
    if owner is None or token.tag_ != "NN":
        return []
    names = {m.name for m, _ in pronoun(passage, owner)}
    two = pair(passage.memory)
    return [(m, sure) for m, sure in two if m.name not in names] if len(two) == 2 and names else []
