"""One event told by several words of a sentence: becomes one draft, one claim."""

from collections.abc import Mapping

from spacy.tokens import Token

from kg.extract.rules.draft import Draft
from kg.extract.rules.phrases import first_conjunct
from kg.extract.rules.toll import give_counts, harms, whole
from kg.ontology.classes import words

_BY_FORCE = {"ASSAULT", "COERCE"}
_DURING = {"during", "in"}


def absorbed(drafts: list[Draft]) -> list[Draft]:
    """The drafts without those that only say more of another."""
    by_token = {draft.hit.token.i: draft for draft in drafts}
    gone: set[int] = set()
    for draft in drafts:
        _take_doer(draft, by_token, gone)
    for draft in sorted(drafts, key=harms):
        _take_doing(draft, by_token, gone)
    for draft in drafts:
        _take_noun(draft, by_token, gone)
    for draft in drafts:
        _take_setting(draft, by_token, gone)
        _take_result(draft, by_token, gone)
        _take_talks(draft, by_token, gone)
    for draft in drafts:
        give_counts(draft, drafts, gone)
    return [draft for draft in drafts if id(draft) not in gone]


def _take_doing(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``the attack by X killed two``: the verb tells the attack, and takes over who did it."""
    event = next((by_token[t.i] for t in draft.source_tokens if t.i in by_token), None)
    if event is None or event is draft or not (event.violent and draft.violent):
        return
    if not whole(event):  # "a gun battle left four dead"
        draft.place = draft.place or event.place
        gone.add(id(event))
        return
    draft.source = event.source
    if id(event) in gone and harms(draft):
        return  # another verb tells the attack: "an attack hit X, killing two"
    gone.add(id(event))
    draft.place = draft.place or event.place
    draft.quantities += event.quantities
    draft.trigger = event.trigger


def _take_doer(draft: Draft, by_token: Mapping[int, Draft], gone: set[int]) -> None:
    """``X killed two in an attack on Y``: who kills attacks, and the attack tells the killing."""
    if draft.source or not draft.violent or draft.relation.mutual or harms(draft):
        return
    verb = _verb_around(first_conjunct(draft.hit.token))
    killing = by_token.get(first_conjunct(verb).i) if verb else None
    if killing is None or not killing.source or not harms(killing):
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


def _verb_around(noun: Token) -> Token | None:
    """The verb that happens ``in`` or ``during`` what a noun tells."""
    prep = noun.head
    return prep.head if prep.dep_ == "prep" and prep.lower_ in _DURING else None


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
    """``wounded nine in an ambush``, ``held four in raids in X``: the verb tells it all."""
    verb = _verb_around(draft.hit.token)
    act = by_token.get(verb.i) if verb else None
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
