"""Words of a sentence -> triggers whose patterns fit there."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.rules.arguments import Roles, roles
from kg.extract.rules.event_nouns import light_verb, noun_roles, takes_place
from kg.extract.rules.phrases import NOMINAL, VERBAL, conjuncts, particle, real_head
from kg.extract.rules.subjects import clausal
from kg.ontology.classes import words
from kg.ontology.governors import load_light_verbs
from kg.ontology.patterns import Pattern
from kg.ontology.relations import Lexicon, Trigger

_TELLING = {"acomp", "conj", "oprd", "relcl", "acl", "advcl", "amod"}
"""Links by which an adjective may tell a relation."""
_COMPOUND = frozenset({"compound", "amod"})
_MODIFYING = _COMPOUND | {"npadvmod", "nmod"}
"""Links of what stands before a verb in a compound: ``test`` of ``test-fired``."""


@dataclass(frozen=True, slots=True)
class Hit:
    """A head word with the triggers that may fit, the strictest first, and who stands around it.

    ``anchor`` is the word whose place in the sentence decides the status: the light verb where
    there is one. ``undergone``: the light verb's subject suffers the event ("came under attack").
    """

    token: Token
    anchor: Token
    triggers: tuple[Trigger, ...]
    roles: Roles
    undergone: bool = False


def hits(sentence: Span, lexicon: Lexicon) -> Iterator[Hit]:
    """Every head word of the lexicon in ``sentence``, in order."""
    for token in sentence:
        if token.pos_ in VERBAL and (token.dep_ != "amod" or clausal(token)):
            yield from _verb(token, lexicon)
        elif token.pos_ in NOMINAL:
            yield from _noun(token, lexicon)
        elif token.pos_ == "ADJ" and token.dep_ in _TELLING:
            yield from _adjective(token, lexicon)


def _verb(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("verb", token.lemma_.lower()), ())
    if not known:
        return
    around = roles(token)
    before = _before(token, _MODIFYING)
    fit = [t for t in known if _is_head(t, token, before)]
    part = particle(token)
    fit = [t for t in fit if _fits(token, t.pattern, around, part) and not _renames(t, around)]
    if fit := _sharpest(fit, around):
        yield Hit(token, token, _ranked(fit), around)


def _fits(verb: Token, pattern: Pattern, around: Roles, part: str | None) -> bool:
    """Whether particle and object are the words that the pattern asks for."""
    where = "obj"
    if pattern.particle is not None and pattern.particle != part:
        if pattern.particle not in around:
            return False
        where = pattern.particle
    if where == "obj" and not around["obj"] and _ergative(verb):
        where = "subj"
    return not pattern.objects or any(
        _is_one(t, pattern.objects) for o in around[where] for t in conjuncts(real_head(o))
    )


def _renames(trigger: Trigger, around: Roles) -> bool:
    """``called X a threat``: nobody is met or telephoned."""
    return trigger.event_type == "CONSULT" and any(t.dep_ == "oprd" for t in around["attr"])


def _sharpest(triggers: list[Trigger], around: Roles) -> list[Trigger]:
    """``suspended trade relations``: a trigger that wants ``trade`` outdoes those for relations."""
    things = [noun for noun in around["obj"] if noun.lemma_.lower() in words("pale_nouns")]
    kinds = {lemma for noun in things for lemma in _before(noun)}
    sharp = [t for t in triggers if t.pattern.objects & kinds]
    return sharp or triggers


def _ergative(verb: Token) -> bool:
    return verb.lemma_.lower() in load_light_verbs().ergative


def _is_one(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun, or what stands before it and a pale head, is one of the wanted words."""
    lemma = noun.lemma_.lower()
    if lemma in wanted:
        return True
    pale = lemma in words("pale_nouns")
    return any(f"{w}-{lemma}" in wanted or (pale and w in wanted) for w in _before(noun))


def _noun(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("noun", token.lemma_.lower()), ())
    named = token.pos_ == "PROPN" and token.ent_type_ == "ORG"
    if not known or named or _among_themselves(token):  # "the Agency for Cooperation"
        return
    before = _before(token)
    fit = [t for t in known if _is_head(t, token, before)]
    if not fit:
        return
    light, undergone = light_verb(token)
    happening = takes_place(token)
    around = noun_roles(token, light, happening)
    yield Hit(token, light or happening or token, _ranked(fit), around, undergone)


def _among_themselves(noun: Token) -> bool:
    """``recalled its envoy for consultations``: with nobody but those who called him."""
    return noun.head.lower_ == "for" and noun.head.head.lemma_.lower() in words("recalling")


def _before(token: Token, links: frozenset[str] = _COMPOUND) -> set[str]:
    """The lemmas that stand before the head of a compound: ``air`` of ``air strikes``."""
    return {c.lemma_.lower() for c in token.lefts if c.dep_ in links}


def _is_head(trigger: Trigger, token: Token, before: set[str]) -> bool:
    """Whether a word is the head of the pattern, with all that a compound has before it."""
    head = trigger.pattern.head
    return "-" not in head or token.lower_ == head or before.issuperset(head.split("-")[:-1])


def _adjective(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("adjective", token.lemma_.lower()), ())
    if not known:
        return
    around = defaultdict(list, roles(token))
    head, predicate = token.head, token.dep_ == "acomp"
    if predicate:
        around["subj"] = roles(head)["subj"] or roles(head)["obj"]
    elif token.dep_ in {"amod", "acl", "relcl"} and head.pos_ in NOMINAL:
        around["subj"] = [head]
    yield Hit(token, head if predicate else token, _ranked(known), around)


def _ranked(triggers: Sequence[Trigger]) -> tuple[Trigger, ...]:
    return tuple(sorted(triggers, key=lambda trigger: -trigger.pattern.strictness))
