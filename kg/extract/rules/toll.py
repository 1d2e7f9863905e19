"""Whose the dead and wounded of a sentence are: counts go to the event that caused them."""

from collections.abc import Iterable, Sequence

from spacy.tokens import Span, Token

from kg.extract.rules import quantities
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import names_of
from kg.records import Quantity

_HARM = {"killed", "injured"}
_VICTIMS = {*_HARM, "displaced"}
_PARTIES = {"armed_group", "organization", "person"}
"""Kinds that are killed under their own name; ``22 Palestinians`` is a count of people."""


def count(drafts: Iterable[Draft]) -> None:
    """Give each draft the counts of people that stand at its trigger."""
    for draft in drafts:
        token = draft.hit.token
        draft.quantities += quantities.counted(token) or quantities.left_dead(token)


def count_loose(drafts: Sequence[Draft], sentence: Span) -> None:
    """Give the dead and wounded of a word that makes no draft of its own to the attack.

    "A bomb hit the station, killing three": nobody is named whom the killing could aim at.
    """
    heads = {draft.hit.token.i for draft in drafts}
    for token in sentence if drafts else ():
        found = _loose(token) if token.i not in heads else []
        if not found:
            continue
        host = _attack_near(token, drafts) or _joined(token, drafts) or _uncounted(token, drafts)
        if host is not None:
            host.quantities += [q for q in found if q not in host.quantities]


def _loose(token: Token) -> list[Quantity]:
    if token.pos_ == "NOUN":
        return quantities.toll(token)
    if token.pos_ == "VERB":
        return quantities.counted(token) or quantities.left_dead(token)
    return []


def give_counts(draft: Draft, drafts: list[Draft], gone: set[int]) -> None:
    """``X shelled Y, killing two``: the dead belong to the shelling."""
    counts = harms(draft) or not draft.violent or draft.relation.name == "KILLS"
    told = any(count.kind in _VICTIMS for count in draft.quantities) or _of_people(draft)
    if not counts or not told or id(draft) in gone:
        return
    host = _host(draft, [d for d in drafts if id(d) not in gone and d is not draft])
    if host is not None:
        host.quantities += [q for q in draft.quantities if q not in host.quantities]
        forces = any(found.mention.kind != "group" for found in draft.target)
        if not host.target and (forces or not (host.source or host.place)):
            host.target = draft.target
        gone.add(id(draft))


def _of_people(draft: Draft) -> bool:
    """``dozens wounded``: a harm done by nobody to people without a name."""
    groups = all(found.mention.kind == "group" for found in draft.target)
    return harms(draft) and not draft.source and bool(draft.target) and groups


def _host(draft: Draft, others: list[Draft]) -> Draft | None:
    """The attack that a count of dead belongs to: the first one before it, else behind it."""
    if any(found.mention.kind in _PARTIES for found in draft.target):
        return None
    fit = [d for d in others if names_of(draft.source) <= names_of(d.source)]
    fit = [d for d in fit if not _elsewhere(draft, d)]
    return _attack_near(draft.hit.token, fit) or _joined(draft.hit.token, fit)


def _elsewhere(draft: Draft, other: Draft) -> bool:
    """Whether each has a place of its own: "massacred 51 in Mali and killed 12 in Niger"."""
    here, there = names_of(draft.place), names_of(other.place)
    return bool(here and there) and here.isdisjoint(there)


def harms(draft: Draft) -> bool:
    """Whether a draft only tells who was killed or wounded, and not by what kind of attack."""
    if not draft.violent:
        return False
    kind = quantities.KINDS.get(draft.trigger.pattern.head) or quantities.suffered(draft.hit.token)
    return kind in _HARM


def _joined(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """``five were killed and 12 wounded``: the killing."""
    over = token.head if token.dep_ == "conj" else None
    return next((d for d in drafts if harms(d) and d.hit.token == over), None)


def _attack_near(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The first attack before a word, else the first behind it."""
    attacks = [d for d in drafts if d.violent and not harms(d) and whole(d)]
    attacks = [d for d in attacks if d.relation.name != "ABDUCTS"]
    before = [d for d in attacks if d.hit.token.i < token.i]
    return next(iter([*before, *attacks]), None)


def _uncounted(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """``a massacre left 42 dead``: the killing before a word that tells no count itself."""
    killings = (d for d in drafts if harms(d) and not d.quantities and d.hit.token.i < token.i)
    return next(killings, None)


def whole(draft: Draft) -> bool:
    """Whether it names both sides, where it takes two: not "40 were killed in clashes"."""
    return not draft.relation.mutual or bool(draft.source and draft.target)
