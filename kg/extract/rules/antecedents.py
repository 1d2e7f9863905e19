"""Whom "it" and "they" refer to: parties with a name or without one, by number and grammar.

First come the subjects of the clauses around the pronoun, then those of the sentences before it,
the subject of the whole sentence first; then what else such a sentence tells of.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from kg.extract.rules.phrases import VERBAL
from kg.extract.rules.subjects import surface_subject
from kg.extract.rules.voice import says
from kg.ontology.classes import words
from kg.records import Mention

SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECTS = {"dobj", "dative", "pobj"}
_PARTIES = SUBJECTS | _OBJECTS
_COLLECTIVE = {"armed_group", "institution", "organization"}
_REACH = 3
"""Sentences before its own that a pronoun looks back over."""


@dataclass(frozen=True, slots=True)
class Party:
    """A noun phrase as parties: ``several`` is its number, None where both will do."""

    mentions: tuple[Mention, ...]
    start: int
    sentence: int
    subject: bool
    main: bool
    several: bool | None


def party_heads(tokens: Iterable[Token]) -> Iterator[Token]:
    """The heads of the phrases that a pronoun may stand for."""
    for token in tokens:
        locative = token.dep_ == "pobj" and token.head.lower_ in words("locatives")
        if (token.dep_ in _PARTIES and not locative) or _stressed(token):
            yield token


def party(token: Token, mentions: tuple[Mention, ...], start: int, sentence: int) -> Party | None:
    """The phrase of ``token`` as a party; None for one person, whom neither pronoun means."""
    people = [m for m in mentions if m.kind == "person"]
    if not mentions or (people and len(mentions) == 1):
        return None
    if token.pos_ == "NOUN" and mentions[0].kind == "country" and mentions[0].start > start:
        return None  # "roads in Chad"
    subject = token.dep_ in SUBJECTS or _stressed(token)
    told = _closes(token)  # "X attacked Y, officials said": X is what the sentence is about
    main = subject and not told and _heads_sentence(token.head)
    subject = subject and not told
    return Party(mentions, start, sentence, subject, main, _several(token, mentions))


def _stressed(token: Token) -> bool:
    """``It is X that attacked Y``: X, the subject in all but grammar."""
    clause = token.head
    it = any(child.dep_ == "nsubj" and child.lower_ == "it" for child in clause.children)
    return token.dep_ == "attr" and it and any(c.dep_ == "relcl" for c in token.children)


def referents(
    token: Token, offset: int, parties: Iterable[Party], starts: Iterable[int]
) -> tuple[Mention, ...]:
    """The parties that a pronoun at ``token`` means, ``offset`` being that of its paragraph.

    ``starts`` are the offsets of the sentences of the article.
    """
    here = offset + token.idx
    earlier = [p for p in parties if p.start < here]
    own = {offset + t.idx for t in fellows(token)}
    doers = {m.name for p in earlier if p.start in own for m in p.mentions}
    free = [p for p in earlier if not doers & {m.name for m in p.mentions}]
    several = token.lower_ in {"they", "them", "their"}
    before = sorted((s for s in starts if s <= here), reverse=True)[: _REACH + 1]
    if _closes(token):
        free = [p for p in free if p.sentence != before[0]]
    near = [p for p in free if p.sentence == before[0]] if before else []
    above = [p for t in _subjects_above(token) for p in near if p.start == offset + t.idx]
    clear = [p for p in above if p.several is several or not (several or p.several)]
    listed = [p for p in near if p.several is several] if several else []
    loose = [p for p in above if p.several is None]
    if meant := [*clear, *reversed(listed), *loose][:1]:
        return meant[0].mentions
    for sentence in before:
        told = [p for p in free if p.sentence == sentence]
        if found := _foremost(told, several, same=sentence == before[0]):
            return found.mentions
    return ()


def _heads_sentence(verb: Token) -> bool:
    """Whether a clause is the main one, or all that ``, X said`` closes."""
    closed = verb.dep_ == "ccomp" and verb.i < verb.head.i
    return verb.dep_ == "ROOT" or (closed and verb.head.dep_ == "ROOT" and says(verb.head))


def _foremost(told: list[Party], several: bool, same: bool) -> Party | None:
    """Of the sentence of the pronoun the last subject, of an earlier one the main subject.

    ``they`` is a country too where a sentence tells of nobody else.
    """
    fit = [p for p in told if p.several] if several else [p for p in told if not p.several]
    if several and not fit:
        fit = [p for p in told if p.several is None]
    if several and not fit:
        fit = [p for p in told if p.subject and p.mentions[0].kind == "country"]
    subjects = [p for p in fit if p.subject]
    main = [] if same else [p for p in fit if p.main]
    return next(iter([*main, *reversed(subjects), *reversed(fit)]), None)


def _several(token: Token, mentions: tuple[Mention, ...]) -> bool | None:
    if len(mentions) > 1 or token.lower_ == "they":
        return True
    if token.lower_ == "it":
        return False
    plural = token.tag_ in {"NNS", "NNPS"}
    if plural and mentions[0].key is None:
        return True
    return None if mentions[0].kind in _COLLECTIVE else plural


def fellows(token: Token) -> list[Token]:
    """The subjects that an object cannot mean: those of its own verb."""
    over = token
    while over.head != over and over.pos_ not in {"VERB", "AUX"}:
        if over.dep_ in SUBJECTS or over.tag_ == "PRP$":
            return []
        over = over.head
    return surface_subject(over) if over.pos_ in VERBAL else []


def _closes(token: Token) -> bool:
    """``X's forces killed hundreds, it said``: none of those that it tells of."""
    told = (c for c in token.head.children if c.dep_ == "ccomp")
    teller = token.dep_ in SUBJECTS and says(token.head)
    return teller and any(clause.i < token.i for clause in told)


def _subjects_above(token: Token) -> Iterator[Token]:
    """The subjects of the clauses around a pronoun, from the inmost outwards."""
    for over in token.ancestors:
        yield from (c for c in over.children if c.dep_ in SUBJECTS and c.i < token.i)
