"""Whom "he", "her" and "the two men" refer to: people, named or told of by their office."""

from spacy.tokens import Token

from kg.extract.rules.antecedents import fellows
from kg.extract.rules.memory import Memory, Seen
from kg.extract.rules.passage import Passage
from kg.extract.rules.subjects import surface_subject
from kg.extract.rules.voice import quoted, says
from kg.ontology.classes import words
from kg.records import Mention

Reading = tuple[Mention, float]
"""A mention, and how sure it is that it is meant (0 to 1)."""

_WOMAN = {"she", "her", "hers"}
_NATIONS = {"country", "nation"}
_LED = {"armed_group", "organization"}
_PARTIES = {"country", "organization", "armed_group"}


def person(passage: Passage, token: Token) -> list[Reading]:
    """The subject, else the only or last person, of the last sentence that tells of a person.

    An object is not the doer of its own verb, a woman is not one whom ``he`` meant before, and who
    is quoted does not tell of himself: "X wants war," he said.
    """
    memory, woman = passage.memory, token.lower_ in _WOMAN
    doers = {passage.offset + t.idx for t in (*fellows(token), *_askers(token))}
    people = [(s, memory.full_name(s.mention)) for s in memory.people()]
    if token.dep_ == "nsubj" and says(token.head) and not quoted(token):
        people = [(s, m) for s, m in people if not _is_quoted(passage, token, s)]
    own = {m.name for s, m in people if any(s.mention.start <= d < s.mention.end for d in doers)}
    near = _nearest([s for s, m in people if m.name not in own and not _is_other(m, woman, memory)])
    if not near:
        return []
    near = [s for s in near if woman and _female(s.mention)] or near
    subjects = [s for s in near if s.subject]
    chosen = memory.full_name((subjects[-1] if subjects else near[0]).mention)
    alone = len({s.mention.name for s in near}) == 1
    (memory.women if woman else memory.men).add(chosen.name)
    return [(chosen, 0.85 if alone or subjects else 0.55)]


def _is_quoted(passage: Passage, speaker: Token, seen: Seen) -> bool:
    """Whether somebody is named within a quotation of the speaker's paragraph."""
    start = seen.mention.start - passage.offset
    span = speaker.doc.char_span(start, start + 1, alignment_mode="expand") if start >= 0 else None
    return span is not None and quoted(span[0])


def two_people(memory: Memory) -> list[Reading]:
    """The two people of the last sentence that tells of any, or of that and the one before it."""
    told = memory.people()
    near = _nearest(told)
    for seen in (near, near + _nearest(told[len(near) :])):
        named = [memory.full_name(s.mention) for s in reversed(seen)]
        people = {mention.name: mention for mention in named}
        if len(people) == 2:
            return [(mention, 0.75) for mention in people.values()]
    return []


def latter(memory: Memory, token: Token) -> list[Reading]:
    """``the latter``: the party told of last in a sentence, people first; ``the former``."""
    told = sorted([*memory.before(), *memory.people()], key=lambda s: -s.mention.start)
    for start in dict.fromkeys(s.sentence for s in told):
        there = [s.mention for s in told if s.sentence == start]
        for kinds in ({"person"}, _PARTIES):
            named = [memory.full_name(m) for m in there if m.kind in kinds]
            two = list({mention.name: mention for mention in named}.values())[:2]
            if two and (token.lower_ == "latter" or len(two) == 2):
                return [(two[0] if token.lower_ == "latter" else two[1], 0.6)]
    return []


def _askers(token: Token) -> list[Token]:
    """``X demanded that he halt it``: not X."""
    over = token.head.head
    asked = token.dep_ == "nsubj" and token.head.dep_ == "ccomp"
    return surface_subject(over) if asked and over.lemma_ in words("asking") else []


def _is_other(mention: Mention, woman: bool, memory: Memory) -> bool:
    """Whether the name is a man's where a woman is meant, or a woman's where a man is."""
    if woman:
        return not _female(mention) and mention.name in memory.men
    return _female(mention) or mention.name in memory.women


def _female(mention: Mention) -> bool:
    return mention.name.split()[0].lower() in words("female_names")


def _nearest(seen: list[Seen]) -> list[Seen]:
    """Those of the same sentence as the first."""
    return [s for s in seen if s.sentence == seen[0].sentence]


def of_person(passage: Passage, token: Token) -> list[Reading]:
    """Whom ``his country``, ``her party`` and ``his men`` mean."""
    if token.lemma_.lower() in _NATIONS:
        return _own_country(passage, token)
    return _led(passage, token) if token.lemma_.lower() in words("led") else []


def _led(passage: Passage, token: Token) -> list[Reading]:
    """``his men``, ``her party``: the armed group or body that the person leads or serves."""
    bodies = passage.memory.bodies
    led = [bodies[m.name] for m, _ in _his(passage, token) if m.name in bodies]
    return [(body, 0.7) for body in led if body.kind in _LED]


def _his(passage: Passage, token: Token) -> list[Reading]:
    """The person whom ``his`` or ``her`` before a word means."""
    owner = next((c for c in token.children if c.lower_ in {"his", "her"}), None)
    return person(passage, owner) if owner is not None else []


def _own_country(passage: Passage, token: Token) -> list[Reading]:
    """``his country``: that of the person, as the article names it."""
    people = _his(passage, token)
    return [(m, 0.7) for someone, _ in people for m in _country_of(passage.memory, someone)]


def _country_of(memory: Memory, someone: Mention) -> list[Mention]:
    code = someone.country or memory.offices.get(someone.name)
    named = (s.mention for s in memory.seen)
    return [m for m in named if m.kind == "country" and m.country == code][:1]
