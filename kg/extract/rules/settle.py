"""Which of the parties of a draft are places, and where else in the clause its place is told."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.rules.actors import agentive
from kg.extract.rules.draft import Draft, grounded
from kg.extract.rules.found import ACTORS, SPOTS, Found, names_of, without
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import conjuncts, prepositions
from kg.extract.rules.places import places, state_of
from kg.ontology.classes import words

_OTHER_CLAUSES = {"relcl", "advcl", "ccomp", "conj", "parataxis", "punct"}


def settle(draft: Draft, passage: Passage) -> None:
    """Move what is a place out of the target, and find the places around the trigger."""
    moved = _part(draft)
    draft.place += [f for f in moved if f not in draft.place]
    if not draft.place:
        draft.place = _around(draft, passage)
    if draft.relation.name == "VISITS" and not draft.target:
        draft.target = [f for p in draft.place[:1] if (f := state_of(passage, p)) is not None]
    taken = {f.mention.start for f in draft.target}
    draft.place = [
        f for f in draft.place if f.mention.start not in taken or f.mention.kind in SPOTS
    ]
    draft.target = without(draft.target, names_of(draft.source))


def _part(draft: Draft) -> list[Found]:
    """Leave only actors as source and target; the places among the targets."""
    moved = [f for f in draft.target if f.mention.kind in SPOTS]
    if not grounded(draft):
        draft.target = [_body(f) for f in draft.target]
        moved = [f for f in moved if f.mention.kind != "place"]
    known = ACTORS | (SPOTS if draft.relation.name == "RECOGNIZES" else set())
    moved = [f for f in moved if f.mention.kind not in known]
    draft.target = [f for f in draft.target if f.mention.kind in known]
    draft.source = [f for f in draft.source if f.mention.kind in ACTORS]
    return moved


def _body(found: Found) -> Found:
    """A place that only the model knows may as well be a body where nothing happens on ground."""
    mention = found.mention
    if mention.kind == "place" and mention.key is None:
        return Found(replace(mention, kind="organization"), found.sure - 0.2)
    return found


def _around(draft: Draft, passage: Passage) -> list[Found]:
    """The places nearest to the trigger: behind it, behind its parties, in its clause."""
    for head in _heads(draft, passage):
        if found := _located(head, passage):
            return found
    return []


def _heads(draft: Draft, passage: Passage) -> Iterator[Token]:
    hit = draft.hit
    own = [hit.token, *([hit.anchor] if hit.anchor is not hit.token else [])]
    yield from own
    if draft.event_type == "CONSULT":
        yield from hit.roles["obj"]
    if not grounded(draft):
        return
    near = [*hit.roles["obj"], *(t for p in ("on", "at", "against", "of") for t in hit.roles[p])]
    beside = [conjunct for token in near for conjunct in conjuncts(token)]
    beside += [t for t in draft.source_tokens if t.pos_ == "NOUN" and not agentive(passage, t)]
    yield from beside
    for top in [*own, *beside][:2]:
        yield from _clause(top)


def _clause(top: Token) -> Iterator[Token]:
    """The words below ``top`` that belong to its own clause."""
    for child in top.children:
        if child.dep_ not in _OTHER_CLAUSES:
            yield child
            yield from _clause(child)


def _located(head: Token, passage: Passage) -> list[Found]:
    """The places behind prepositions of place: the first narrow ones, else countries."""
    found: list[Found] = []
    for word, noun in (*((w, n) for w, n, _ in prepositions(head)), *_bearings(head)):
        if word in words("locatives"):
            here = places(passage, noun) or _nested(noun, passage)
            if narrow := [f for f in here if f.mention.kind != "country"]:
                return narrow
            found += [f for f in here if f not in found]
    return found


def _bearings(head: Token) -> Iterator[tuple[str, Token]]:
    """``60 miles south of X``: X."""
    for child in head.children:
        if child.dep_ in {"advmod", "npadvmod"} and child.lower_ in words("locatives"):
            yield from ((child.lower_, n) for word, n, _ in prepositions(child) if word == "of")


def _nested(noun: Token, passage: Passage) -> list[Found]:
    """``in the outskirts of X``."""
    leading = words("locatives") | {"of"}
    inner = [other for word, other, _ in prepositions(noun) if word in leading]
    return [found for other in inner for found in places(passage, other)]
