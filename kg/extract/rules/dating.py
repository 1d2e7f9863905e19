"""Which date words of a sentence belong to a trigger."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.rules import dates
from kg.extract.rules.draft import Draft
from kg.extract.rules.scope import Scope
from kg.records import When

_CLAUSES = {"ROOT", "ccomp", "relcl", "advcl"}
_ADVERBS = {"overnight", "today", "tonight", "yesterday"}
_FARTHEST = 6


def date_of(draft: Draft, scope: Scope) -> When | None:
    """The date words nearest to the trigger in its own clause, else of what its "when" dates."""
    ends = {draft.hit.anchor.i, draft.hit.token.i}
    return _nearest(ends, scope) or _of_when(draft.hit.anchor, scope)


def _nearest(ends: set[int], scope: Scope) -> When | None:
    """The date words that the fewest arcs join with one of these tokens, in the same clause."""
    found: list[tuple[int, When]] = []
    for words in _date_words(scope.span):
        if read := dates.when(words.text, scope.published):
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
    """What the model takes for a date or time, and adverbs such as ``overnight`` that it misses."""
    yield from (ent for ent in sentence.ents if ent.label_ in {"DATE", "TIME"})
    for token in sentence:
        if token.lower_ in _ADVERBS and token.ent_type_ not in {"DATE", "TIME"}:
            yield token.doc[token.i : token.i + 1]


def _distance(token: Token, ends: set[int]) -> int | None:
    """Arcs from ``token`` up to one of ``ends``, not out of its clause."""
    for steps in range(_FARTHEST):
        if token.i in ends:
            return steps
        if token.dep_ in _CLAUSES or token.pos_ == "VERB":
            return None
        token = token.head
    return None
