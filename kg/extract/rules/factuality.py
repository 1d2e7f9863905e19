"""Status and speaker of an event: found by walking up from its trigger through all that governs it.

What stands nearest counts first: "X denied that it planned to attack" is denied, not planned.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from spacy.tokens import Token

from kg.extract.rules.phrases import (
    VERBAL,
    infinitive,
    introduced,
    particle,
    possessors,
)
from kg.extract.rules.subjects import surface_subject
from kg.ontology.classes import words
from kg.ontology.governors import Effect, load_governors

Told = tuple[Effect, list[Token]] | None
ContentOf = Callable[[Token, Token], Told]
"""(governor, what hangs on it) -> what its relation does to its content, and who speaks."""

_GOVERNED = {"ccomp", "xcomp", "pcomp", "dobj", "pobj", "nsubjpass", "prep", "acl", "relcl", "attr"}
_GOVERNED |= {"parataxis", "appos", "compound"}
_COMPLEMENT = {"ccomp", "xcomp", "pcomp", "dobj", "nsubjpass"}
_ASIDE = {"relcl", "poss", "nsubj", "appos"}
"""Links that lead out of what a governor speaks of: "X denied the report, which Y published"."""

_PARTS = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}
_TELLING = {"said", "claimed", "confirmed"}
_SPEAKING = _TELLING | {"alleged", "denied"}
_FINAL = {"negated", "planned", "dropped", "conditional"}


@dataclass(slots=True)
class Standing:
    """How an event stands: effects and their words from the inside out; the nearest speaker."""

    effects: list[tuple[Effect, str]] = field(default_factory=list)
    speakers: list[Token] = field(default_factory=list)

    def has(self, *effects: Effect) -> bool:
        """Whether one of ``effects`` holds."""
        return any(effect in effects for effect, _ in self.effects)


def standing(anchor: Token, content_of: ContentOf) -> Standing:
    """How the event at ``anchor`` stands."""
    found = Standing()
    _modify(anchor, found)
    node, inner = anchor, True
    while node.dep_ != "ROOT":
        if node.dep_ == "conj":
            _share(node.head, found)
        else:
            inner = inner and not _leads_aside(node)
            _step(node, found, inner, content_of)
        node = node.head
    _according_to(anchor, found)
    return found


def _step(node: Token, found: Standing, inner: bool, content_of: ContentOf) -> None:
    """What the arc from ``node`` to its head does to the event below."""
    over, link = node.head, node.dep_
    if link == "advcl" and _mark(node) in words("conditions"):
        found.effects.append(("dropped", _mark(node)))
    if link in {"advcl", "acl", "relcl"} and _is_purpose(node):
        found.effects.append(("dropped", "to"))
    if link == "xcomp" and over.lemma_ == "be" and infinitive(node):
        found.effects.append(("planned", over.text))
    if link in _GOVERNED:
        _govern(over, node, found, inner, content_of)
    if inner and over.pos_ in VERBAL and link in _COMPLEMENT:
        _modify(over, found)


def _leads_aside(node: Token) -> bool:
    return node.dep_ in _ASIDE or (node.dep_ == "acl" and not introduced(node))


def _govern(over: Token, via: Token, found: Standing, inner: bool, content_of: ContentOf) -> None:
    if via.lower_ in words("circumstances"):
        return
    effect, speakers = content_of(over, via) or (_effect(over, via), [])
    if effect is None or effect == "kept" or (effect in _FINAL and not inner):
        return
    found.effects.append((effect, over.text))
    if effect in _SPEAKING and not found.speakers:
        found.speakers = speakers or _speakers(over)


def _effect(over: Token, via: Token) -> Effect | None:
    """What a word does to what hangs on it by ``via``; ``stop+from`` comes before ``stop``."""
    part = _PARTS.get(over.pos_, "")
    lemma, governors = over.lemma_.lower(), load_governors()
    joined = [particle(over), "object" if via.dep_ in {"dobj", "nsubjpass"} else None, via.lower_]
    wordings = [*(f"{lemma}+{word}" for word in joined if word), lemma]
    effect = next((governors[part, w] for w in wordings if (part, w) in governors), None)
    # "said in a speech on the strike" does not say the strike.
    return None if part == "verb" and via.pos_ == "ADP" and effect in _TELLING else effect


def _speakers(over: Token) -> list[Token]:
    """``X said``, ``X's claim``, ``a claim by X``."""
    if over.pos_ == "VERB":
        return surface_subject(over)
    preps = [child for child in over.children if child.lower_ in {"by", "from"}]
    return possessors(over) + [n for p in preps for n in p.children if n.dep_ == "pobj"]


def _modify(node: Token, found: Standing) -> None:
    """Add what stands right at a verb or noun: ``not``, ``would``, ``allegedly``, ``if``."""
    for child in node.children:
        if effect := _modifier(child):
            found.effects.append((effect, child.lower_))


def _modifier(child: Token) -> Effect | None:
    word = child.lower_
    match child.dep_:
        case "neg" | "det":
            return "negated" if child.dep_ == "neg" or word == "no" else None
        case "nsubj" | "nsubjpass":
            return "negated" if _nobody(child) else None
        case "aux":
            return _auxiliary(word)
        case "mark":
            return "dropped" if word in words("hypothetical_marks") else None
        case "advmod" | "amod":
            part = "adverb" if child.dep_ == "advmod" else "adjective"
            return load_governors().get((part, word))
    return None


def _nobody(subject: Token) -> bool:
    """``no group claimed it``, ``neither side attacked``, ``nobody did``."""
    near = {subject.lower_, *(c.lower_ for c in subject.children if c.dep_ in {"det", "preconj"})}
    return bool(near & words("nobody"))


def _auxiliary(word: str) -> Effect | None:
    if word in words("possible"):
        return "conditional"
    return "planned" if word in words("future") else None


def _share(node: Token, found: Standing) -> None:
    """Auxiliaries before the first of several coordinated verbs hold for all of them."""
    if node.pos_ in VERBAL:
        for child in node.children:
            if child.dep_ == "aux" and (effect := _auxiliary(child.lower_)):
                found.effects.append((effect, child.lower_))


def _is_purpose(node: Token) -> bool:
    """An infinitive of purpose tells no happening; the noun above an ``acl`` may say it does."""
    if not infinitive(node):
        return False
    return node.dep_ == "advcl" or ("noun", node.head.lemma_.lower()) not in load_governors()


def _mark(node: Token) -> str:
    return next((c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"}), "")


def _according_to(anchor: Token, found: Standing) -> None:
    """``according to X``, anywhere in the sentence that the event's clause belongs to."""
    if found.speakers:
        return
    for token in anchor.sent:
        if token.lower_ == "according":
            named = [n for to in token.children if to.lower_ == "to" for n in to.children]
            named = [noun for noun in named if noun.dep_ == "pobj"]
            if named:
                found.effects.append(("said", "according to"))
                found.speakers = named
