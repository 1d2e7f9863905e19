"""What is wrong with a lexicon that loads: gaps, repetitions, readings that nothing tells apart."""

import itertools
from collections.abc import Iterator

from kg.ontology.relations import PLOVER, Lexicon, Trigger


def problems(lexicon: Lexicon) -> tuple[str, ...]:
    """One sentence for each thing to mend."""
    return (*_gaps(lexicon), *_ambiguous(lexicon), *_repeated(lexicon))


def _gaps(lexicon: Lexicon) -> Iterator[str]:
    for relation in lexicon.relations.values():
        if not relation.examples:
            yield f"{relation.name} has no example"
        if not relation.counterexamples:
            yield f"{relation.name} has no counterexample"
    typed = {trigger.event_type for trigger in _all(lexicon)}
    yield from (f"no trigger states the type {name}" for name in sorted(PLOVER - typed))


def _ambiguous(lexicon: Lexicon) -> Iterator[str]:
    """Pairs of triggers of two relations that fit the same words."""
    for triggers in lexicon.triggers.values():
        for one, other in itertools.combinations(triggers, 2):
            if one.relation.name != other.relation.name and _same_words(one, other):
                yield f"{one.rule!r} and {other.rule!r} fit the same words; tell them apart"


def _repeated(lexicon: Lexicon) -> Iterator[str]:
    """Triggers that say what another of the same head and words says."""
    for triggers in lexicon.triggers.values():
        for one, other in itertools.combinations(triggers, 2):
            same = _same_head(one, other) and one.pattern.objects == other.pattern.objects
            if same and one.pattern.slots == other.pattern.slots:
                yield f"{one.rule!r} and {other.rule!r} say the same; drop one"


def _same_words(one: Trigger, other: Trigger) -> bool:
    if not _same_head(one, other) or _asked(one) != _asked(other):
        return False
    first, second = one.pattern.objects, other.pattern.objects
    return bool(first & second) if first and second else first == second


def _same_head(one: Trigger, other: Trigger) -> bool:
    left, right = one.pattern, other.pattern
    return left.head == right.head and left.particle == right.particle


def _asked(trigger: Trigger) -> frozenset[tuple[str, tuple[str, ...]]]:
    """The slots that must be filled: places and parties count as one kind of thing."""
    return frozenset(
        ("C" if slot.role == "C" else "party", slot.preps)
        for slot in trigger.pattern.slots
        if slot.required
    )


def _all(lexicon: Lexicon) -> Iterator[Trigger]:
    return itertools.chain.from_iterable(lexicon.triggers.values())
