"""Targets that no slot of a pattern names: the nearest other party among what a trigger governs."""

from collections.abc import Iterator

from spacy.tokens import Token

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft, grounded
from kg.extract.rules.found import ACTORS, Found, others
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import NOMINAL, VERBAL, infinitive, prepositions
from kg.ontology.classes import words

_LINKS = {"prep", "agent"}
_ARGUMENTS = {"dobj", "dative", "attr", "acomp", "oprd", "ccomp", "xcomp", "conj"}
_MODIFIERS = {"compound", "amod", "nmod"}
_NESTED = _MODIFIERS | {"poss", "appos", "acl", "nsubj", "nsubjpass", "pobj", "pcomp"}
_UNAIMED = {None, "DENY", "CLAIM"}
_PURPOSEFUL = {"PROTEST"}
_SURE = 0.55


def seek(draft: Draft, passage: Passage) -> None:
    """``a call for elections by the party``: whom it is about, however deep the name stands."""
    if draft.target or draft.event_type in _UNAIMED or draft.relation.mutual:
        return
    found = [f for token in _below(draft) for f in _parties(token, draft, passage)]
    known = [f for f in found if f.mention.kind != "group" or f.mention.country]
    draft.target = [Found(f.mention, min(f.sure, _SURE)) for f in (known or found)[:1]]


def _parties(token: Token, draft: Draft, passage: Passage) -> list[Found]:
    named = token.i in passage.names
    if not named and (token.pos_ not in NOMINAL or token.dep_ in _MODIFIERS):
        return []
    found = others(actors(passage, [token], capitals=grounded(draft)), draft.source)
    if draft.event_type == "MOBILIZE":
        served = {f.mention.country for f in draft.source} - {None}
        found = [f for f in found if f.mention.country not in served]
    spots = {f.mention.start for f in draft.place}
    if draft.trigger.pattern.objects and token in draft.hit.roles["obj"]:
        found = [f for f in found if f.mention.kind != "group" and not _is_origin(token, draft)]
    return [f for f in found if f.mention.kind in ACTORS and f.mention.start not in spots]


def _is_origin(noun: Token, draft: Draft) -> bool:
    """``attacks from Rwandan soil``: where they come from, and not whom they hit."""
    away = any(word == "from" for word, _, _ in prepositions(noun))
    return away and grounded(draft)


def _below(draft: Draft) -> Iterator[Token]:
    """The words of the phrases that hang on the trigger, those nearest by arcs first."""
    hit = draft.hit
    starts = dict.fromkeys([hit.token, hit.anchor, *hit.roles["obj"], *draft.content])
    layer = [token for start in starts for token in _steps(start, draft)]
    seen: set[int] = set()
    while layer:
        layer = sorted((t for t in layer if t.i not in seen), key=_by_doer)
        yield from layer
        seen |= {token.i for token in layer}
        layer = [t for token in layer for t in _steps(token, draft)]


def _by_doer(token: Token) -> bool:
    """Doers come first: ``crimes by X against Y`` are blamed on X."""
    return token.head.lower_ != "by"


def _steps(token: Token, draft: Draft) -> Iterator[Token]:
    """The heads of the phrases right below a word that can name whom the draft is about."""
    inner = set() if token in {draft.hit.token, draft.hit.anchor} else _NESTED
    for child in token.children:
        if child in draft.source_tokens or _apart(child, draft):
            continue
        if child.dep_ in _LINKS:
            yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})
        elif child.dep_ in _ARGUMENTS | inner or _purpose(child, draft):
            yield child


def _purpose(clause: Token, draft: Draft) -> bool:
    """``marched to demand that X resign``, ``marched calling on X``, ``a call to release X``."""
    if clause.dep_ == "advcl" and draft.event_type in _PURPOSEFUL:
        return infinitive(clause) or clause.tag_ == "VBG"
    return clause.dep_ == "relcl" and infinitive(clause)


def _apart(token: Token, draft: Draft) -> bool:
    """Whether it is another event, or a circumstance of this one."""
    if token.dep_ == "conj":
        return token.pos_ in VERBAL
    if token.dep_ not in _LINKS:
        return False
    if token.lower_ == "from" and grounded(draft):
        return True
    meant = any(child.lemma_ in words("causes_stood_for") for child in token.children)
    return token.lower_ in words("circumstantial") and not meant
