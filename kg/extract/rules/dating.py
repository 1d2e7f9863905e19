"""Which date words of a sentence belong to a trigger."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.rules import dates
from kg.extract.rules.draft import Draft
from kg.extract.rules.later import from_day
from kg.extract.rules.scope import Scope
from kg.records import When

_CLAUSES = {"ROOT", "ccomp", "relcl", "advcl"}
_ADVERBS = {"overnight", "today", "tonight", "yesterday"}
_OF_DAY = {"afternoon", "day", "evening", "morning", "night"}
_POINTING = {"following", "next", "previous", "same"}
_FARTHEST = 6


def date_of(draft: Draft, scope: Scope) -> When | None:
    """The date words nearest to the trigger in its own clause, else of what its "when" dates."""
    ends = {draft.hit.anchor.i, draft.hit.token.i}
    return _nearest(ends, scope) or _of_when(draft.hit.anchor, scope)


def note_dates(scope: Scope) -> None:
    """Note the date words of a sentence, for those behind them that count from there."""
    memory, offset = scope.passage.memory, scope.passage.offset
    for words in sorted(_date_words(scope.span), key=lambda span: span.start):
        if read := _read(words, scope):
            memory.dates.append((offset + words.start_char, offset, read))


def _read(words: Span, scope: Scope) -> When | None:
    """What date words mean, by the day of publication or by the last date before them.

    That one must stand in the same paragraph or in the one before it.
    """
    memory, here = scope.passage.memory, scope.passage.offset + words.start_char
    told = [(paragraph, read) for at, paragraph, read in memory.dates if at < here]
    earlier = [start for _, start in memory.starts if start < scope.passage.offset]
    near = told and told[-1][0] >= max(earlier, default=0)
    counted = from_day(words.text, told[-1][1]) if near else None
    return counted or dates.when(words.text, scope.published)


def _nearest(ends: set[int], scope: Scope) -> When | None:
    """The date words that the fewest arcs join with one of these tokens, in the same clause."""
    found: list[tuple[int, When]] = []
    for words in _date_words(scope.span):
        if read := _read(words, scope):
            distance = _distance(words.root, ends)
            if distance is not None:
                found.append((distance, read))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _of_when(anchor: Token, scope: Scope) -> When | None:
    """The date of what a clause with "when" hangs on: "rose in March when Chad shelled Tine".

    The trigger is the verb of that clause or its object.
    """
    verb = anchor.head if anchor.dep_ == "dobj" else anchor
    opened = any(child.lower_ == "when" for child in verb.children)
    if verb.dep_ not in {"advcl", "relcl"} or not opened or verb.i < verb.head.i:
        return None
    return _nearest({verb.head.i}, scope)


def _date_words(sentence: Span) -> Iterator[Span]:
    """What the model takes for a date or time, and ``overnight``, ``the same night`` besides."""
    yield from (ent for ent in sentence.ents if ent.label_ in {"DATE", "TIME"})
    for token in sentence:
        if token.ent_type_ in {"DATE", "TIME"}:
            continue
        if token.lower_ in _ADVERBS:
            yield token.doc[token.i : token.i + 1]
        if token.lower_ in _OF_DAY and token.i > 1 and token.nbor(-1).lower_ in _POINTING:
            yield token.doc[token.i - 2 : token.i + 1]


def _distance(token: Token, ends: set[int]) -> int | None:
    """Arcs from ``token`` up to one of ``ends``, not out of its clause."""
    for steps in range(_FARTHEST):
        if token.i in ends:
            return steps
        if token.dep_ in _CLAUSES or token.pos_ == "VERB":
            return None
        token = token.head
    return None
