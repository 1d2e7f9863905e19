"""Status and speaker of an event: found by walking up from its trigger through all that governs it.

What stands nearest counts first: "Kabul denied that it planned to attack" is denied, not planned.
"""

import functools
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from spacy.tokens import Token

from kg.errors import OntologyError
from kg.extract.rules.arguments import particle, surface_subject

Effect = Literal["said", "claimed", "confirmed", "alleged", "denied", "negated", "planned", "dropped", "kept", "conditional"]  # fmt: skip

FILE = Path(__file__).parents[2] / "ontology" / "governors.toml"
_UNSURE = {"could", "might", "may", "would", "can", "should"}
_FUTURE = {"will", "shall", "'ll", "’ll", "wo"}
_CONDITIONS = {"if", "unless", "whether", "until", "before"}
_CIRCUMSTANCES = {
    "during", "after", "before", "in", "at", "since", "amid", "following", "with", "despite", "under", "near", "until",
    "amidst", "by", "within", "inside", "across", "between", "through", "because", "due", "over",
}  # fmt: skip
_PARTS = ("verbs", "nouns", "adjectives", "adverbs")
_FINAL = {"negated", "planned", "dropped", "conditional"}


@dataclass(slots=True)
class Standing:
    """How an event stands: its effects from the inside out, and the speaker nearest to it."""

    effects: list[tuple[Effect, str]] = field(default_factory=list)
    speakers: list[Token] = field(default_factory=list)
    words: list[str] = field(default_factory=list)

    def has(self, *effects: Effect) -> bool:
        """Whether one of ``effects`` holds."""
        return any(effect in effects for effect, _ in self.effects)


@functools.cache
def load_governors(path: Path = FILE) -> Mapping[tuple[str, str], Effect]:
    """(part of speech, lemma) -> what it does to the event that it governs. Raises OntologyError."""
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    found: dict[tuple[str, str], Effect] = {}
    for group in table["group"]:
        for part in _PARTS:
            for word in group.get(part, ()):
                key = part[:-1], word
                if found.setdefault(key, group["effect"]) != group["effect"]:
                    raise OntologyError(f"{path}: {word!r} stands under two effects; keep one")
    return found


def standing(
    anchor: Token, content_of: Callable[[Token, Token], tuple[Effect, list[Token]] | None]
) -> Standing:
    """How the event at ``anchor`` stands. ``content_of`` tells what a relation's trigger does to its content."""
    found = Standing()
    node, inner = anchor, True
    _modifiers(node, found)
    while node.dep_ != "ROOT":
        over, link = node.head, node.dep_
        if link in {"conj"}:
            node = over
            _shared(node, found)
            continue
        if link in {"relcl", "poss", "nsubj", "appos"} or (link == "acl" and not _introduced(node)):
            inner = False
        if link == "advcl" and _mark(node) in _CONDITIONS:
            found.effects.append(("dropped", _mark(node)))
        if link in {"advcl", "acl", "relcl"} and _purpose(node):
            found.effects.append(("dropped", "to"))
        if governs(link, node):
            _govern(over, node, found, inner, content_of)
        if (
            over.pos_ in {"VERB", "AUX"}
            and inner
            and link in {"ccomp", "xcomp", "pcomp", "dobj", "nsubjpass"}
        ):
            _modifiers(over, found)
        node = over
    _according_to(anchor, found)
    return found


def governs(link: str, node: Token) -> bool:
    """Whether an arc leads from a governor to what it governs."""
    return link in {"ccomp", "xcomp", "pcomp", "dobj", "pobj", "nsubjpass", "prep", "acl", "relcl", "attr", "parataxis", "appos", "compound"}  # fmt: skip


def _effect(part: str, over: Token, via: Token) -> Effect | None:
    """What a word does to the event that hangs on it by ``via``; ``stop+from`` comes before ``stop``."""
    lemma, governors = over.lemma_.lower(), load_governors()
    joined = [particle(over), "object" if via.dep_ in {"dobj", "nsubjpass"} else None, via.lower_]
    wordings = [*(f"{lemma}+{word}" for word in joined if word), lemma]
    return next((governors[part, w] for w in wordings if (part, w) in governors), None)


def _govern(
    over: Token,
    via: Token,
    found: Standing,
    inner: bool,
    content_of: Callable[[Token, Token], tuple[Effect, list[Token]] | None],
) -> None:
    if via.lower_ in _CIRCUMSTANCES:
        return
    told = content_of(over, via)
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(over.pos_)
    effect = _effect(part, over, via) if part else None
    speakers: list[Token] = []
    if told is not None:
        effect, speakers = told
    if effect is None or effect == "kept":
        return
    if (
        part == "verb"
        and via.pos_ == "ADP"
        and told is None
        and effect in {"said", "claimed", "confirmed"}
    ):
        return
    if effect in _FINAL and not inner:
        return
    found.effects.append((effect, over.text))
    found.words.append(over.text)
    if effect in {"said", "claimed", "confirmed", "alleged", "denied"} and not found.speakers:
        found.speakers = speakers or (
            surface_subject(over) if over.pos_ == "VERB" else _noun_speaker(over)
        )


def _noun_speaker(noun: Token) -> list[Token]:
    return [c for c in noun.children if c.dep_ == "poss"] + [
        n
        for p in noun.children
        if p.lower_ in {"by", "from"}
        for n in p.children
        if n.dep_ == "pobj"
    ]


def _modifiers(node: Token, found: Standing) -> None:
    governors = load_governors()
    for child in node.children:
        word = child.lower_
        if child.dep_ == "neg" or (child.dep_ == "det" and word == "no"):
            found.effects.append(("negated", word))
        elif child.dep_ == "aux" and word in _UNSURE:
            found.effects.append(("conditional", word))
        elif child.dep_ == "aux" and word in _FUTURE:
            found.effects.append(("planned", word))
        elif child.dep_ == "mark" and word in {"if", "unless", "whether"}:
            found.effects.append(("dropped", word))
        elif (child.dep_ == "advmod" and (effect := governors.get(("adverb", word)))) or (child.dep_ == "amod" and (effect := governors.get(("adjective", word)))):
            found.effects.append((effect, word))


def _shared(node: Token, found: Standing) -> None:
    """Auxiliaries before the first of several coordinated verbs hold for all of them."""
    if node.pos_ in {"VERB", "AUX"}:
        for child in node.children:
            if child.dep_ == "aux" and child.lower_ in _FUTURE | _UNSURE:
                effect: Effect = "planned" if child.lower_ in _FUTURE else "conditional"
                found.effects.append((effect, child.lower_))


def _purpose(node: Token) -> bool:
    """An infinitive of purpose tells no happening; the noun above an ``acl`` may say what it tells."""
    if not any(c.tag_ == "TO" for c in node.children):
        return False
    return node.dep_ == "advcl" or ("noun", node.head.lemma_.lower()) not in load_governors()


def _mark(node: Token) -> str:
    return next((c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"}), "")


def _introduced(clause: Token) -> bool:
    return any(c.dep_ == "mark" or c.tag_ == "TO" for c in clause.children)


def _according_to(anchor: Token, found: Standing) -> None:
    """``according to X``, anywhere in the sentence that the event's clause belongs to."""
    if found.speakers:
        return
    for token in anchor.sent:
        if token.lower_ == "according":
            for to in token.children:
                named = [n for n in to.children if n.dep_ == "pobj"]
                if to.lower_ == "to" and named:
                    found.effects.append(("said", "according to"))
                    found.speakers = named
