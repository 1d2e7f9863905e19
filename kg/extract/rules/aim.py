"""Targets that a sentence leaves unsaid: read from doers, from the content, from the article."""

from collections.abc import Mapping, Sequence

from spacy.tokens import Token

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import Found, names_of, without
from kg.extract.rules.memory import Memory
from kg.extract.rules.pairs import pair
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import VERBAL
from kg.extract.rules.places import state_of
from kg.extract.rules.subjects import subject_at
from kg.ontology.classes import words
from kg.records import Claim

_ON_DOERS = {"ACCUSE", "SUPPORT", "REJECT"}
_BETWEEN_TWO = {"CLOSES_BORDER", "MEDIATES"}

_TELEPHONES = frozenset({"phone", "telephone"})
"""Who speaks by these may speak to reporters."""

Drafts = Mapping[int, Draft]
"""The drafts of a sentence by the token of their trigger."""


def aim_at_doer(draft: Draft, others: Drafts, passage: Passage) -> None:
    """``welcomed the visit by X``: whoever does what is welcomed, condemned or refused."""
    if draft.target or draft.event_type not in _ON_DOERS:
        return
    events = [*draft.hit.roles["obj"], *draft.content, *_clause_above(draft.hit.token)]
    for token in events:
        event = others.get(token.i)
        if event is not None and event is not draft and not draft.target:
            draft.target = without(event.source, names_of(draft.source))
    if draft.hit.token.dep_ == "relcl" and _sums_up(draft.hit.token.head):
        did = next((t for t in events if t.pos_ in VERBAL), None)
        doers = draft.target or actors(passage, subject_at(did) if did is not None else ())
        draft.target = without([_state(f, passage) for f in doers], names_of(draft.source))


def aim_by_content(draft: Draft, others: Drafts) -> None:
    """``agreed to give aid to X and Y``: whom the promised, threatened or wanted act aims at."""
    if draft.relation.content_target != "object":
        return
    for token in draft.content:
        aimed = (_aimed(act, draft) for act in _acts(token, draft, others))
        draft.target = next(filter(None, aimed), draft.target)


def imply(draft: Draft, others: Drafts, memory: Memory, before: Sequence[Claim]) -> None:
    """Parties that go without saying in an article about two countries: the clashes, the talks."""
    if draft.target or not _implies(draft) or _told(draft, before) or _taken(draft, others):
        return
    apart = _between(draft.hit.token)
    two = _two_sides([Found(m, sure - 0.2) for m, sure in pair(memory, others=apart)])
    names = names_of(draft.source)
    if draft.relation.mutual and _apart(draft, others, two):
        return
    known = names & names_of(two)
    if draft.relation.name == "MEDIATES":
        draft.target = two if names and not known else []
    elif two and not names:
        draft.source, draft.target = two[:1], two[1:]
    elif known:
        draft.target = without(two, names)


def _between(event: Token) -> set[str]:
    """The words of those by whom talks are hosted or brokered: they are no party to them."""
    talks = [event, *(c for c in event.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"})]
    verbs = [event, *(c for noun in talks for c in noun.children if c.dep_ == "acl")]
    agents = [c for verb in verbs for c in verb.children if c.dep_ == "agent"]
    named = (t for agent in agents for t in agent.subtree)
    return {token.text for token in named if token.pos_ == "PROPN"}


def _two_sides(two: list[Found]) -> list[Found]:
    """None where one of the two is of the other: a country and its minister."""
    countries = [f.mention.country for f in two]
    return [] if len(two) == 2 and countries[0] and countries[0] == countries[1] else two


def _clause_above(verb: Token) -> list[Token]:
    """What a clause with ``, which`` may be about: the words that it hangs on, up to the verb."""
    found: list[Token] = []
    node = verb.head
    after = verb.doc[node.i + 1].text if node.i + 1 < len(verb.doc) else ""
    if verb.dep_ != "relcl" or not (after == "," or _sums_up(node)):
        return found
    while node.head != node and node.dep_ not in {"ccomp", "relcl"}:
        node = node.head
        found.append(node)
    return found + [child for token in found for child in token.children if child.dep_ == "dobj"]


def _state(doer: Found, passage: Passage) -> Found:
    """``police did so, an act X condemned``: X condemns the state."""
    state = state_of(passage, doer) if doer.mention.kind == "institution" else None
    return state or doer


def _sums_up(noun: Token) -> bool:
    """``..., a move X condemned``: the noun stands for all that was told before it."""
    before = noun.left_edge.i - 1
    return noun.lemma_ in words("deeds") and before >= 0 and noun.doc[before].text == ","


def _acts(token: Token, draft: Draft, others: Drafts) -> list[Draft]:
    """The acts told at a clause of content, or right below it."""
    below = [child for child in token.children if child.dep_ in {"dobj", "xcomp", "attr"}]
    told = [others[t.i] for t in (token, *below) if t.i in others]
    return [act for act in told if act is not draft]


def _aimed(act: Draft, draft: Draft) -> list[Found]:
    """Whom an act aims at besides the party that ``draft`` is about."""
    aimed = act.target or [f for f in act.place if f.mention.kind == "country"]
    return without(aimed, names_of(draft.source))


def _implies(draft: Draft) -> bool:
    """Whether it takes two: ``talks``; of verbs only such as ``hold talks``."""
    pattern = draft.trigger.pattern
    if draft.relation.mutual:
        return pattern.part != "verb" or bool(pattern.objects - _TELEPHONES)
    return draft.relation.name in _BETWEEN_TWO


def _taken(draft: Draft, others: Drafts) -> bool:
    """``X took Y after days of fighting``: the fighting is that of X."""
    by_force = (d for d in others.values() if d.violent or d.relation.name == "SEIZES")
    return draft.violent and any(d.source for d in by_force if d is not draft)


def _apart(draft: Draft, others: Drafts, two: list[Found]) -> bool:
    """``X and Y signed a pact at a meeting``: the meeting is not that of Z, either."""
    both = (d for d in others.values() if d.relation.mutual and d.source and d.target)
    return any(names_of([*d.source, *d.target]) != names_of(two) for d in both if d is not draft)


def _told(draft: Draft, before: Sequence[Claim]) -> bool:
    """Whether ``the talks`` are those that the article has told of."""
    if draft.trigger.pattern.part != "noun":
        return False
    definite = any(c.lower_ in words("definite") for c in draft.hit.token.children)
    return definite and any(c.event_type == draft.event_type for c in before)
