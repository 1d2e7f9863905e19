"""One event told by several words of a sentence: becomes one draft, one claim."""

from collections.abc import Iterable, Mapping, Sequence

from spacy.tokens import Span, Token

from kg.extract.rules import quantities
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import names_of
from kg.extract.rules.phrases import first_conjunct
from kg.ontology.classes import words
from kg.records import Claim, Quantity

_DURING = {"in", "during", "with"}
_HARM = {"killed", "injured"}
_VICTIMS = {*_HARM, "displaced"}
_BY_FORCE = {"ASSAULT", "COERCE"}
_DURING = {"during", "in"}
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
    for token in sentence:
        apart = token.i not in heads
        found = _loose(token) if apart else []
        near = _attack_near(token, drafts) or _joined(token, drafts) or _uncounted(token, drafts)
        host = near if found else None
        if host is not None:
            host.quantities += [q for q in found if q not in host.quantities]


def _loose(token: Token) -> list[Quantity]:
    if token.pos_ == "NOUN":
        return quantities.toll(token)
    if token.pos_ == "VERB":
        return quantities.counted(token) or quantities.left_dead(token)
    return []


def absorbed(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say more of another."""
    by_token = {draft.hit.token.i: draft for draft in drafts}
    gone: set[int] = set()
    for draft in drafts:
        _take_doer(draft, by_token, gone)
    for draft in sorted(drafts, key=_harms):
        _take_doing(draft, by_token, gone)
    for draft in drafts:
        _take_noun(draft, by_token, gone)
    for draft in drafts:
        _take_setting(draft, by_token, gone)
        _take_result(draft, by_token, gone)
        _take_talks(draft, by_token, gone)
    for draft in drafts:
        _give_counts(draft, drafts, gone)
    return [draft for draft in drafts if id(draft) not in gone]


def distinct_claims(claims: Iterable[Claim]) -> list[Claim]:
    """Without a claim that another of the same sentence tells more fully."""
    kept: list[Claim] = []
    for claim in claims:
        rivals = [c for c in kept if c.relation == claim.relation and c.status == claim.status]
        if not any(_within(claim, other) for other in rivals):
            kept = [c for c in kept if c not in rivals or not _within(c, claim)]
            kept.append(claim)
    return kept


def beside_offices(claims: Iterable[Claim], before: Iterable[Claim]) -> list[Claim]:
    """Without who leads what, where the same sentence tells it as an office: ``head of X``."""
    held = {_post(claim) for claim in before if claim.relation == "HOLDS_OFFICE"}
    return [c for c in claims if c.relation != "LEADS" or _post(c) not in held]


def _post(claim: Claim) -> tuple[int, frozenset[str], frozenset[str]]:
    holder, body = (frozenset(m.name for m in side) for side in (claim.source, claim.target))
    return claim.sentence.index, holder, body


def _take_doing(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``the attack by X killed two``: the verb tells the attack, and takes over who did it."""
    event = next((by_token[t.i] for t in draft.source_tokens if t.i in by_token), None)
    if event is None or event is draft or not (event.violent and draft.violent):
        return
    if not _whole(event):  # "a gun battle left four dead"
        draft.place = draft.place or event.place
        gone.add(id(event))
        return
    draft.source = event.source
    if id(event) in gone and _harms(draft):
        return  # another verb tells the attack: "an attack hit X, killing two"
    gone.add(id(event))
    draft.place = draft.place or event.place
    draft.quantities += event.quantities
    draft.trigger = event.trigger


def _take_doer(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``X killed two in an attack on Y``: who kills attacks, and the attack tells the killing."""
    if draft.source or not draft.violent or draft.relation.mutual or _harms(draft):
        return
    killing = by_token.get(_setting_of(draft.hit.token).i)
    if killing is None or not killing.source or not _harms(killing):
        return
    draft.source = killing.source
    if any(found.mention.kind == "person" for found in killing.target):
        return
    if not draft.target and _fights(killing):
        draft.target = killing.target
    draft.place = draft.place or killing.place
    draft.quantities += killing.quantities
    gone.add(id(killing))


def _fights(killing: Draft) -> bool:
    """Whether those who are killed are a side of the fight, and not just people."""
    heads = {token.lemma_.lower() for token in killing.hit.roles["obj"]}
    named = any(found.mention.kind != "group" for found in killing.target)
    return named or not heads.isdisjoint(words("combatants"))


def _setting_of(noun: Token) -> Token:
    """The verb that happens ``in`` what a noun tells, the first of several; else the noun."""
    prep = first_conjunct(noun).head
    if prep.lower_ not in _DURING or prep.dep_ != "prep":
        return noun
    return first_conjunct(prep.head)


def _take_noun(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``launched a drone attack``: the verb tells the event that its object names."""
    verb = by_token.get(draft.hit.anchor.i)
    if verb is draft:
        verb = _naming(draft, by_token.get(draft.hit.token.head.i))
    if verb is None or verb is draft or id(draft) in gone:
        return
    things = [*verb.hit.roles["obj"], *verb.hit.roles[verb.trigger.pattern.particle or "obj"]]
    if verb.event_type == draft.event_type and draft.hit.token in things:
        verb.target, verb.place = verb.target or draft.target, verb.place or draft.place
        compound = "-" in draft.trigger.pattern.head  # "launched drone attacks"
        if verb.relation is not draft.relation and (compound or not _naming(draft, verb)):
            verb.trigger = draft.trigger
        gone.add(id(draft))


def _take_setting(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``killed nine in an ambush near X``, ``held four in raids in X``: the verb tells it all."""
    over = draft.hit.token.head
    act = by_token.get(over.head.i) if over.lower_ in _DURING else None
    if act is None or id(act) in gone or draft.source or not draft.violent:
        return
    arrests = act.relation.name == "ARRESTS"
    if arrests or (act.source and not draft.target and act.event_type in _BY_FORCE):
        act.place = act.place or draft.place
        gone.add(id(draft))


def _take_result(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``struck the port, setting silos on fire``: what the strike does is no second attack."""
    verb, above = draft.hit.token, by_token.get(draft.hit.token.head.i)
    result = verb.dep_ == "advcl" and verb.tag_ == "VBG" and draft.violent
    if result and above is not None and above.violent and not (draft.target or draft.place):
        gone.add(id(draft))


def _take_talks(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``the talks between X and Y collapsed``: the verb tells all of them."""
    verb = by_token.get(draft.hit.token.head.i)
    subject = draft.hit.token.dep_ in {"nsubj", "nsubjpass"}
    if draft.event_type == "CONSULT" and subject and _naming(draft, verb) and verb is not None:
        verb.both, verb.source = verb.both or draft.both, verb.source or draft.source
        verb.target, verb.place = verb.target or draft.target, verb.place or draft.place
        gone.add(id(draft))


def _naming(draft: Draft, verb: Draft | None) -> Draft | None:
    """The verb, if its pattern asks for the noun of the draft: ``ordered air strikes``."""
    if verb is None or draft.hit.token.lemma_ not in verb.trigger.pattern.objects:
        return None
    return verb


def _give_counts(draft: Draft, drafts: list[Draft], gone: set[int]) -> None:
    """``X shelled Y, killing two``: the dead belong to the shelling."""
    counts = _harms(draft) or not draft.violent or draft.relation.name == "KILLS"
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
    return _harms(draft) and not draft.source and bool(draft.target) and groups


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


def _harms(draft: Draft) -> bool:
    """Whether a draft only tells who was killed or wounded, and not by what kind of attack."""
    kind = quantities.KINDS.get(draft.trigger.pattern.head) or quantities.suffered(draft.hit.token)
    return draft.violent and kind in _HARM


def _joined(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """``five were killed and 12 wounded``: the killing."""
    over = token.head if token.dep_ == "conj" else None
    return next((d for d in drafts if _harms(d) and d.hit.token == over), None)


def _attack_near(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """The first attack before a word, else the first behind it."""
    attacks = [d for d in drafts if d.violent and not _harms(d) and _whole(d)]
    attacks = [d for d in attacks if d.relation.name != "ABDUCTS"]
    before = [d for d in attacks if d.hit.token.i < token.i]
    return next(iter([*before, *attacks]), None)


def _uncounted(token: Token, drafts: Sequence[Draft]) -> Draft | None:
    """``a massacre left 42 dead``: the killing before a word that tells no count itself."""
    killings = (d for d in drafts if _harms(d) and not d.quantities and d.hit.token.i < token.i)
    return next(killings, None)


def _whole(draft: Draft) -> bool:
    """Whether it names both sides, where it takes two: not "40 were killed in clashes"."""
    return not draft.relation.mutual or bool(draft.source and draft.target)


def _within(small: Claim, big: Claim) -> bool:
    """Whether ``small`` names no party and no place that ``big`` does not name."""
    return all(
        {m.name for m in getattr(small, slot)} <= {m.name for m in getattr(big, slot)}
        for slot in ("source", "target", "place")
    )
