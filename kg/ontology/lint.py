"""What is wrong with a lexicon though it loads: gaps, readings that nothing can tell apart, dead patterns."""

import itertools
from collections.abc import Iterator

from kg.ontology.relations import PLOVER, Lexicon, Trigger


def problems(lexicon: Lexicon) -> tuple[str, ...]:
    """One sentence for each thing to mend."""
    return (*_gaps(lexicon), *_ambiguous(lexicon), *_dead(lexicon))


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


def _dead(lexicon: Lexicon) -> Iterator[str]:
    """Triggers behind an equally strict one of their relation that asks for no more than they do."""
    for triggers in lexicon.triggers.values():
        for index, later in enumerate(triggers):
            for earlier in triggers[:index]:
                if _same_place(earlier, later) and not _asked(earlier) and not _asked(later):
                    yield f"{later.rule!r} is never reached behind {earlier.rule!r}; join or require a slot"


def _same_words(one: Trigger, other: Trigger) -> bool:
    if not _same_head(one, other) or _asked(one) != _asked(other):
        return False
    first, second = one.pattern.objects, other.pattern.objects
    return bool(first & second) if first and second else first == second


def _same_place(one: Trigger, other: Trigger) -> bool:
    return _same_head(one, other) and one.pattern.objects == other.pattern.objects


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
