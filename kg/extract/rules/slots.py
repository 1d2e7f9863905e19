"""Slots of a pattern -> the words that stand in them."""

from spacy.tokens import Token

from kg.extract.rules.actors import agentive
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import Prepositional, infinitive, prepositions, real_head
from kg.extract.rules.subjects import subject_at
from kg.extract.rules.triggers import Hit
from kg.ontology.classes import words
from kg.ontology.patterns import Slot
from kg.ontology.relations import Trigger

_CLAUSES = {("to",), ("that",)}
_TIMES = {"DATE", "TIME"}
_VISITING = {"during", "on", "after", "before"}
_BELONGING = {"ALLIED_WITH", "PART_OF"}
"""Relations of what ``is`` the noun to whom it belongs to."""

_ONWARD = {"of", "on"}
"""Lead from a noun to the next: "a halt of flights to X", "a freeze on ties with X"."""


def slot_tokens(hit: Hit, trigger: Trigger, slot: Slot) -> list[Token]:
    """The heads of the phrases or clauses that stand in a slot of the trigger's pattern."""
    if slot.role == "C" and slot.preps in _CLAUSES:
        return [t for t in hit.roles["clause"] if infinitive(t) == (slot.preps == ("to",))]
    if slot.preps:
        return _behind(hit, trigger, slot)
    if slot.role == "C":
        return [*hit.roles["clause"], *(hit.roles["obj"] if _object_is_content(trigger) else ())]
    is_object = trigger.pattern.part == "verb" and not trigger.pattern.objects
    return list(hit.roles["obj"]) if is_object else []


def source_tokens(hit: Hit, trigger: Trigger, passage: Passage) -> list[Token]:
    """Who acts where no slot says so: the subject; of a noun its owner, light verb or modifier."""
    around = hit.roles
    if trigger.pattern.part != "noun":
        suffers = any(
            slot.role == "T" and slot.preps == ("subj",) for slot in trigger.pattern.slots
        )
        return [] if suffers else list(around["subj"])
    if trigger.relation.name in _BELONGING and around["copula"]:
        return list(around["copula"])
    lent = [] if hit.undergone else around["light"]
    by = [token for token in around["by"] if not _circumstance(token)]
    if own := by or around["owner"] or lent:
        return list(own)
    before = [] if trigger.event_type is None else around["modifier"]
    agents = [token for token in before if agentive(passage, token)]
    agents = agents or [token for token in before if token.lemma_.lower() in words("combatants")]
    return agents or list(around["copula"]) or _visitor(hit, trigger)


def _behind(hit: Hit, trigger: Trigger, slot: Slot) -> list[Token]:
    """What stands behind a slot's prepositions, also where they hang on a phrase nearby."""
    found = [t for prep in slot.preps for t in hit.roles[prep] if not _circumstance(t)]
    belongs = trigger.relation.name in _BELONGING and hit.roles["copula"]
    if not found and belongs and "of" in slot.preps:
        found = [*hit.roles["owner"], *hit.roles["modifier"]]  # "X, the main ally of Y", "Y's ally"
    if not found and "between" in slot.preps:
        below = (p for token in hit.token.subtree for p in prepositions(token))
        found = [noun for word, noun, _ in below if word == "between"]
    if not found and trigger.pattern.part == "verb":
        preps = [w for w in slot.preps if w != "of" or trigger.pattern.objects]
        found = [noun for word, noun, _ in _nested(hit, trigger) if word in preps]
    return found


def _circumstance(noun: Token) -> bool:
    """``on Monday``, ``in protest``: when and why, not whom."""
    return noun.ent_type_ in _TIMES or noun.lemma_.lower() in words("causes_stood_for")


def _nested(hit: Hit, trigger: Trigger) -> list[Prepositional]:
    """The prepositions below a verb's object, or below the noun that its pattern names."""
    led = trigger.pattern.particle
    things = [*map(real_head, hit.roles["obj"]), *(hit.roles[led] if led else ())]
    below = [p for thing in things for p in prepositions(thing)]
    return below + [p for word, noun, _ in below if word in _ONWARD for p in prepositions(noun)]


def _object_is_content(trigger: Trigger) -> bool:
    """Whether the direct object of a verb is what is said, since no party stands there."""
    slots = trigger.pattern.slots
    party = any(not slot.preps for slot in slots if slot.role != "C")
    return trigger.pattern.part == "verb" and not party


def _visitor(hit: Hit, trigger: Trigger) -> list[Token]:
    """``during a visit to Kabul, he said``: he visits."""
    prep = hit.token.head
    if trigger.relation.event_type == "CONSULT" and prep.lower_ in _VISITING:
        return subject_at(prep.head)
    return []
