"""Which date words of a sentence belong to a trigger."""

from spacy.tokens import Token

from kg.extract.rules import dates
from kg.extract.rules.draft import Draft
from kg.extract.rules.scope import Scope
from kg.records import When

_CLAUSES = {"ROOT", "ccomp", "relcl", "advcl"}
_FARTHEST = 6


def date_of(draft: Draft, scope: Scope) -> When | None:
    """The date words nearest to the trigger in its own clause."""
    ends = {draft.hit.anchor.i, draft.hit.token.i}
    found: list[tuple[int, When]] = []
    for ent in scope.span.ents:
        if ent.label_ in {"DATE", "TIME"} and (read := dates.when(ent.text, scope.published)):
            distance = _distance(ent.root, ends)
            if distance is not None:
                found.append((distance, read))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _distance(token: Token, ends: set[int]) -> int | None:
    """Arcs from ``token`` up to one of ``ends``, not out of its clause."""
    for steps in range(_FARTHEST):
        if token.i in ends:
            return steps
        if token.dep_ in _CLAUSES or token.pos_ == "VERB":
            return None
        token = token.head
    return None
