"""What turns documents into claims: a gazetteer, a model, extractors, and decisions."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Protocol

from kg.annotate import Annotated, Annotator
from kg.decide import UNDECIDED, Identities
from kg.extract.base import Explains, Extractor, load_extractor
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.records import Claim, Document, Failure, Sentence

Failed = Callable[[Failure], None]
"""Is told of each article that was left out, while the error that was the reason is handled."""


@dataclass(frozen=True, slots=True)
class Read:
    """A document with its sentences and the claims that they make."""

    document: Document
    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]


class Reader(Protocol):
    """Turns documents into claims: ``Reading`` in this process, ``kg.workers`` in several."""

    gazetteer: Gazetteer
    identities: Identities

    @property
    def label(self) -> str:
        """Names and versions of all that shapes a claim."""

    def claims(self, documents: Iterable[Document], failed: Failed) -> Iterator[Read]:
        """Each document with its claims; one that cannot be read goes to ``failed``."""


class Reading:
    """What turns articles into claims: a gazetteer, a model, extractors, and decisions.

    ``explains``: claims tell why they are made, where their extractor can.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        annotator: Annotator,
        extractors: list[Extractor],
        identities: Identities = UNDECIDED,
        explains: bool = False,
    ) -> None:
        self.gazetteer = gazetteer
        self.identities = identities
        self.annotator = annotator
        self.extractors = extractors
        self.explains = explains

    @property
    def label(self) -> str:
        """Names and versions of all that shapes a claim."""
        named = ", ".join(f"{e.name} {e.version}" for e in self.extractors)
        return f"{named}; ontology {self.gazetteer.version}; {self.annotator.model}"

    def claims(self, documents: Iterable[Document], failed: Failed) -> Iterator[Read]:
        """Each document with its claims; one that an extractor fails on goes to ``failed``."""
        for annotated in self.annotator.annotate(documents):
            try:
                claims = self._extract(annotated)
            except Exception as error:  # an extractor is anybody's code, and one article of many
                reason = f"cannot be read by an extractor: {type(error).__name__}: {error}"
                failed(Failure(annotated.document.article.origin, reason))
            else:
                yield Read(annotated.document, annotated.sentences, claims)

    def _extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of all extractors, one for an id; ``extractor`` also names the model."""
        found: dict[str, Claim] = {}
        for extractor in self.extractors:
            for claim in self._told(extractor, annotated):
                named = f"{claim.extractor}; {annotated.model}"
                found.setdefault(claim.id, replace(claim, extractor=named))
        return tuple(found.values())

    def _told(self, extractor: Extractor, annotated: Annotated) -> tuple[Claim, ...]:
        if self.explains and isinstance(extractor, Explains):
            return extractor.explain(annotated)
        return extractor.extract(annotated)


def load_reading(
    extractors: Iterable[str],
    model: str | None,
    gazetteer: Gazetteer | None = None,
    identities: Identities = UNDECIDED,
    explains: bool = False,
) -> Reading:
    """Load what reading needs. Raises ExtractorError for an unknown extractor or model."""
    names = gazetteer or load_gazetteer()
    found = [load_extractor(name, names) for name in dict.fromkeys(extractors)]
    return Reading(names, Annotator(names, model), found, identities, explains)
