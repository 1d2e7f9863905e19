"""Whose voice a clause is told in: where the article speaks itself, and who is named in passing."""

from collections.abc import Iterator
from functools import lru_cache

from spacy.tokens import Doc, Token

from kg.extract.rules.phrases import VERBAL
from kg.ontology.classes import words
from kg.ontology.governors import load_governors

_SAYING = {"said", "claimed"}
_CONTENT = {"ccomp", "xcomp", "dobj"}
_QUOTATION = {"“", "”", '"'}
_BREAKS = {",", "-", "–", "—", "("}
_WHO_OR_WHICH = {"who", "whom", "which", "whose", "where"}


def says(verb: Token) -> bool:
    """Whether a verb is one of saying."""
    effect = load_governors().get(("verb", verb.lemma_.lower()))
    return verb.pos_ == "VERB" and effect in _SAYING


def quoted(token: Token) -> bool:
    """Whether a token stands between quotation marks that open before it in its paragraph."""
    return opening(token) is not None


def opening(token: Token) -> Token | None:
    """The mark that opens the quotation around a token."""
    mark: Token | None = None
    for other in _marks(token.doc):
        if other.i >= token.i:
            break
        opens = other.text == "“" or (other.text == '"' and mark is None)
        mark = other if opens else None
    return mark


@lru_cache(maxsize=1)
def _marks(doc: Doc) -> tuple[Token, ...]:
    """The quotation marks of a paragraph, which many of its words are asked about in turn."""
    return tuple(token for token in doc if token.text in _QUOTATION)


def closing(token: Token) -> Token | None:
    """The mark that closes the quotation around a token, if its paragraph holds it."""
    return next((t for t in token.doc[token.i :] if t.text in {"”", '"'}), None)


def parted(one: Token, other: Token) -> bool:
    """Whether a semicolon stands between two words, outside quotation marks."""
    first, last = sorted((one.i, other.i))
    return any(t.text == ";" and not quoted(t) for t in one.doc[first:last])


def in_passing(verb: Token) -> bool:
    """Whether ``X said`` stands beside what is said: no content of its own to the right."""
    named = any(c.dep_ == "nsubj" for c in verb.children)
    more = any(c.dep_ in _CONTENT and c.i > verb.i and c.pos_ in VERBAL for c in verb.children)
    return says(verb) and named and not more


def beside(node: Token) -> Iterator[Token]:
    """The verbs of saying that stand in passing beside a clause: ``A attacked B, X said, and``."""
    for token in _parataxes(node.doc):
        if (
            (token == node or node.is_ancestor(token))
            and in_passing(token)
            and not parted(node, token)
        ):
            over = token.head
            while over != node and over.pos_ not in VERBAL:
                over = over.head
            if over == node:
                yield token


@lru_cache(maxsize=1)
def _parataxes(doc: Doc) -> tuple[Token, ...]:
    """The heads of parataxis of a paragraph: there are few."""
    return tuple(token for token in doc if token.dep_ == "parataxis")


def aside(node: Token) -> bool:
    """Whether the clause or phrase at ``node`` is the writer's own remark on what is told.

    Behind a comma: ``, which``, an apposition, what came before. A pluperfect goes with the words
    that are reported, and so does all between quotation marks.
    """
    over = node.head.lemma_
    clause = node.dep_ in {"relcl", "acl"}
    answer = clause and (over in words("anaphors") or over in words("deeds"))
    start = (node.head if answer else node).left_edge  # ", a charge that X denied"
    if start.i == 0 or node.doc[start.i - 1].text not in _BREAKS or quoted(node):
        return False
    if answer:
        return True
    if any(c.dep_ == "aux" and c.lower_ == "had" for c in node.children):
        return False
    return _added(node, start)


def _added(node: Token, start: Token) -> bool:
    """Whether a clause or phrase that begins at ``start`` only adds something."""
    match node.dep_:
        case "relcl":
            return any(t.lower_ in _WHO_OR_WHICH for t in node.doc[start.i : node.i])
        case "prep" | "advcl":
            return bool({node.lower_, start.lower_} & words("backgrounds"))
    return node.dep_ == "appos"


def described(node: Token) -> bool:
    """``rebels backed by X did A, Y said``: the writer tells who the subject is."""
    over = node.head
    passive = node.dep_ == "acl" and node.tag_ == "VBN" and over.dep_ == "nsubj"
    return passive and node.lemma_.lower() in words("backing") and not quoted(node)


def last_said(word: Token) -> Token | None:
    """The verb of ``, X said`` that closes the part of a sentence before a semicolon."""
    for token in word.doc[word.i : word.sent.end]:
        if token.text == ";":
            return None
        if in_passing(token) and token.doc[token.i + 1].text == ";":
            return token
    return None
