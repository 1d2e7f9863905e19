"""Words of a sentence -> triggers whose patterns fit there."""

import functools
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from spacy.tokens import Span, Token

from kg.extract.rules.arguments import Roles, conjuncts, particle, prepositions, real_head, roles
from kg.ontology.patterns import Pattern
from kg.ontology.relations import Lexicon, Trigger

_PALE = {
    "relation",
    "tie",
    "link",
    "activity",
    "agreement",
    "operation",
    "effort",
    "measure",
    "action",
}
FILE = Path(__file__).parents[2] / "ontology" / "light.toml"


@dataclass(frozen=True, slots=True)
class Hit:
    """A head word with the triggers that may fit, the strictest first, and who stands around it.

    ``anchor`` is the word whose place in the sentence decides the status: the light verb where there is one.
    ``undergone`` says that the light verb's subject suffers the event ("came under attack").
    """

    token: Token
    anchor: Token
    triggers: tuple[Trigger, ...]
    roles: Roles
    undergone: bool = False


_Verbs = frozenset[tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class _Light:
    """Verbs that lend an event noun their subject, whose subject undergoes it, or that say it takes place."""

    lending: _Verbs
    undergoing: _Verbs
    happening: frozenset[str]
    ergative: frozenset[str]


@functools.cache
def _light(path: Path = FILE) -> _Light:
    table = tomllib.loads(path.read_text(encoding="utf-8"))

    def read(key: str) -> _Verbs:
        split = (word.partition("+") for word in table[key])
        return frozenset((verb, part or None) for verb, _, part in split)

    return _Light(
        read("verbs"),
        read("passive_like"),
        frozenset(table["happening"]),
        frozenset(table["ergative"]),
    )


def hits(sentence: Span, lexicon: Lexicon) -> Iterator[Hit]:
    """Every head word of the lexicon in ``sentence``, in order."""
    for token in sentence:
        if token.pos_ in {"VERB", "AUX"} and token.dep_ != "amod":
            yield from _verb(token, lexicon)
        elif token.pos_ in {"NOUN", "PROPN"}:
            yield from _noun(token, lexicon)
        elif token.pos_ == "ADJ" and token.dep_ in {
            "acomp",
            "conj",
            "oprd",
            "relcl",
            "acl",
            "advcl",
            "amod",
        }:
            yield from _adjective(token, lexicon)


def _verb(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("verb", token.lemma_.lower()), ())
    if not known:
        return
    around = roles(token)
    fit = [t for t in known if _fits(token, t.pattern, around, particle(token))]
    if fit:
        yield Hit(token, token, _ranked(fit), around)


def _fits(verb: Token, pattern: Pattern, around: Roles, part: str | None) -> bool:
    """Whether particle and object are the words that the pattern asks for."""
    where = "obj"
    if pattern.particle is not None and pattern.particle != part:
        if pattern.particle not in around:
            return False
        where = pattern.particle
    if where == "obj" and not around["obj"] and verb.lemma_.lower() in _light().ergative:
        where = "subj"
    return not pattern.objects or any(
        _is_one(t, pattern.objects) for o in around[where] for t in conjuncts(real_head(o))
    )


def _is_one(noun: Token, words: frozenset[str]) -> bool:
    """Whether a noun, or what stands before it in a compound with a pale head, is one of ``words``."""
    lemma = noun.lemma_.lower()
    before = [c.lemma_.lower() for c in noun.children if c.dep_ in {"compound", "amod"}]
    return lemma in words or any(
        f"{w}-{lemma}" in words or (lemma in _PALE and w in words) for w in before
    )


def _noun(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("noun", token.lemma_.lower()), ())
    before = {c.lemma_.lower() for c in token.children if c.dep_ in {"compound", "amod"}}
    fit = [t for t in known if set(t.pattern.head.split("-")[:-1]) <= before or _hyphened(t, token)]
    if not fit:
        return
    verb, undergone = _light_verb(token)
    happens = _happening(token)
    anchor = verb or happens or token
    yield Hit(token, anchor, _ranked(fit), _noun_roles(token, verb, happens), undergone)


def _happening(noun: Token) -> Token | None:
    """The verb by which an event noun as its subject only takes place: ``clashes erupted between``."""
    over = noun.head
    if noun.dep_ not in {"nsubj", "nsubjpass"} or over.pos_ != "VERB":
        return None
    return over if over.lemma_.lower() in _light().happening else None


def _hyphened(trigger: Trigger, token: Token) -> bool:
    return token.lower_ == trigger.pattern.head


def _adjective(token: Token, lexicon: Lexicon) -> Iterator[Hit]:
    known = lexicon.triggers.get(("adjective", token.lemma_.lower()), ())
    if not known:
        return
    around = {k: list(v) for k, v in roles(token).items()}
    head = token.head
    if token.dep_ == "acomp":
        around["subj"] = list(roles(head)["subj"]) or list(roles(head)["obj"])
    elif token.dep_ in {"amod", "acl", "relcl"} and head.pos_ in {"NOUN", "PROPN"}:
        around["subj"] = [head]
    yield Hit(
        token, head if token.dep_ == "acomp" else token, _ranked(list(known)), _Default(around)
    )


class _Default(dict[str, list[Token]]):
    def __missing__(self, key: str) -> list[Token]:
        return []


def _ranked(triggers: list[Trigger]) -> tuple[Trigger, ...]:
    return tuple(sorted(triggers, key=lambda t: -t.pattern.strictness))


def _light_verb(noun: Token) -> tuple[Token | None, bool]:
    """The verb that lends its subject to an event noun, and whether that subject undergoes the event."""
    top = noun
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    verb = top.head
    via = verb if verb.pos_ == "ADP" else None
    if via is not None:
        verb = via.head
    if verb.pos_ != "VERB" or top.dep_ not in {"dobj", "nsubjpass", "pobj"}:
        return None, False
    lends, suffers = _light().lending, _light().undergoing
    key = verb.lemma_.lower(), via.lower_ if via is not None else particle(verb)
    if key in suffers:
        return verb, True
    return (verb, False) if key in lends else (None, False)


def _noun_roles(noun: Token, verb: Token | None, happens: Token | None) -> Roles:
    found = _Default()
    for word, other, _ in prepositions(noun):
        found.setdefault(word, []).append(other)
    found["owner"] = [c for c in noun.children if c.dep_ == "poss"]
    found["modifier"] = [c for c in noun.children if c.dep_ in {"compound", "amod", "nmod"}]
    found["clause"] = [c for c in noun.children if c.dep_ == "acl"]
    if noun.dep_ == "attr" or (noun.dep_ == "conj" and noun.head.dep_ == "attr"):
        be = noun.head if noun.dep_ == "attr" else noun.head.head
        found["copula"] = list(roles(be)["subj"])
    if noun.dep_ == "appos":
        found["copula"] = [noun.head]
    if happens is not None:
        for word, other, _ in prepositions(happens):
            found.setdefault(word, []).append(other)
    if verb is not None:
        around = roles(verb)
        found["light"] = around["subj"]
        for key, tokens in around.items():
            if key not in {"subj", "obj", "attr", "clause"}:
                found.setdefault(key, []).extend(t for t in tokens if t not in found[key])
    return found
