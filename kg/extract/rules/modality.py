"""What the words right at a verb or noun do to it: not, never, will, may, allegedly, if."""

from spacy.tokens import Token

from kg.ontology.classes import words
from kg.ontology.governors import Effect, load_governors

_CONDITIONS = {"if", "unless"}


def modifiers(node: Token) -> list[tuple[Effect, str]]:
    """What stands right at a verb or noun: ``not``, ``would``, ``allegedly``, ``if``."""
    found = ((modifier(child) or _untrue(child), child.lower_) for child in node.children)
    return [(effect, word) for effect, word in found if effect is not None]


def modifier(child: Token) -> Effect | None:
    """What one word does to the verb or noun that it hangs on."""
    word = child.lower_
    match child.dep_:
        case "neg" | "det":
            return "negated" if child.dep_ == "neg" or word == "no" else None
        case "nsubj" | "nsubjpass":
            return "negated" if _nobody(child) else None
        case "aux":
            return auxiliary(child)
        case "mark":
            return "dropped" if word in words("hypothetical_marks") else None
        case "advmod" | "amod":
            part = "adverb" if child.dep_ == "advmod" else "adjective"
            effect = load_governors().get((part, word))
            return None if effect == "planned" and _leads(child) else effect
    return None


def _leads(adverb: Token) -> bool:
    """``soon after X fired``: it tells when something else was."""
    after = adverb.i + 1
    return after < len(adverb.doc) and adverb.doc[after].lower_ in {"after", "before"}


def _untrue(child: Token) -> Effect | None:
    """``it is false that``."""
    effect = load_governors().get(("adjective", child.lower_))
    told = child.dep_ == "acomp" and child.head.lemma_ == "be"
    return effect if told and effect == "negated" else None


def _nobody(subject: Token) -> bool:
    """``no group claimed it``, ``neither side attacked``, ``nobody did``."""
    near = {subject.lower_, *(c.lower_ for c in subject.children if c.dep_ in {"det", "preconj"})}
    return bool(near & words("nobody"))


def auxiliary(child: Token) -> Effect | None:
    """``will`` plans it, ``may`` leaves it open, and an ``if`` makes it hang on a condition."""
    word, verb = child.lower_, child.head
    if word in words("future"):
        told = any(c.dep_ == "advcl" and mark(c) in _CONDITIONS for c in verb.children)
        return "conditional" if told else "planned"
    return "conditional" if word in words("possible") else None


def mark(node: Token) -> str:
    """The conjunction that opens a clause, or nothing."""
    return next((c.lower_ for c in node.children if c.dep_ in {"mark", "advmod"}), "")
