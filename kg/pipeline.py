"""The main road on one screen: paths -> articles -> documents -> claims -> graph."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from kg.annotate import Annotated, Annotator
from kg.clean import clean
from kg.decide import UNDECIDED, Identities
from kg.errors import InputError
from kg.extract.base import Explains, Extractor, load_extractor
from kg.ids import text_hash
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.project import project
from kg.records import Claim, Document, Failure, Sentence, Value
from kg.regraph import regraph
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.sources import read
from kg.stores.base import GraphStore

BATCH = 20
"""Articles of one transaction."""

LONGEST = 1_000_000
"""Characters of a cleaned article at most, about a book: minutes of reading, not hours."""

Failed = Callable[[Failure], None]
"""Is told of each article that was left out, while the error that was the reason is handled."""

_STORED = """
UNWIND $ids AS id
MATCH (a:Article {id: id})
RETURN a.id AS id, a.hash AS text, a.extractor AS extractor, a.title AS title, a.url AS url,
       a.source AS source, toString(a.published) AS published, a.language AS language
"""


@dataclass(slots=True)
class Summary:
    """What a build did; ``unchanged`` counts articles that the graph already held."""

    articles: int = 0
    unchanged: int = 0
    sentences: int = 0
    claims: int = 0
    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)


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
        return f"{named}; {self.annotator.model}"

    def claims(
        self, documents: Iterable[Document], failed: Failed
    ) -> Iterator[tuple[Annotated, tuple[Claim, ...]]]:
        """Each document with its claims; one that an extractor fails on goes to ``failed``."""
        for annotated in self.annotator.annotate(documents):
            try:
                claims = self._extract(annotated)
            except Exception as error:  # an extractor is anybody's code, and one article of many
                reason = f"cannot be read by an extractor: {type(error).__name__}: {error}"
                failed(Failure(annotated.document.article.origin, reason))
            else:
                yield annotated, claims

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
) -> Reading:
    """Load what reading needs. Raises ExtractorError for an unknown extractor or model."""
    names = gazetteer or load_gazetteer()
    found = [load_extractor(name, names) for name in dict.fromkeys(extractors)]
    return Reading(names, Annotator(names, model), found, identities)


def documents(paths: Iterable[str], stdin: IO[bytes], failed: Failed) -> Iterator[Document]:
    """The cleaned articles of ``paths``; what cannot be read goes to ``failed``."""
    for item in read(paths, stdin):
        if isinstance(item, Failure):
            failed(item)
            continue
        try:
            document = clean(item)
            if len(document.text) > LONGEST:
                raise InputError(
                    f"has {len(document.text):,} characters, more than the {LONGEST:,} an article "
                    "may have; split it"
                )
        except InputError as error:
            failed(Failure(item.origin, str(error)))
        else:
            yield document


def extract(
    found: Iterable[Document], reading: Reading, failed: Failed
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with its resolved claims."""
    for annotated, claims in reading.claims(found, failed):
        yield annotated.document, resolve(claims, reading.gazetteer, reading.identities).claims


def build(
    found: Iterable[Document],
    store: GraphStore,
    reading: Reading,
    failed: Failed,
    *,
    step: Callable[[int], None] = lambda _: None,
    batch: int = BATCH,
) -> Summary:
    """Add documents to the graph, ``batch`` at a time, each batch all or nothing.

    ``step`` is told how many articles were done. Articles that the graph holds are passed over,
    after decisions that are new to it have been applied to them.
    """
    store.setup(graph_schema(load_relations().relations))
    regraph(store, reading.gazetteer, reading.identities)
    summary = Summary()
    stream = iter(found)
    while group := list(itertools.islice(stream, batch)):
        fresh = list(_fresh(group, store, reading.label, summary, failed))
        if fresh:
            _add(fresh, store, reading, summary, failed)
        step(len(group))
    return summary


def _fresh(
    group: list[Document], store: GraphStore, label: str, summary: Summary, failed: Failed
) -> Iterator[Document]:
    """The documents that the graph does not hold yet."""
    table = store.query(_STORED, {"ids": tuple(d.article.id for d in group)})
    stored = {row[0]: dict(zip(table.columns, row, strict=True)) for row in table.rows}
    for document in group:
        identity = _identity(document, label)
        known = stored.get(document.article.id)
        if known is None:
            yield document
        elif other := [name for name, value in identity.items() if known[name] != value]:
            reason = (
                f"is in the graph already as {document.article.id}, with another {other[0]}; "
                "give it another id or build a new graph"
            )
            failed(Failure(document.article.origin, reason))
        else:
            summary.unchanged += 1


def _identity(document: Document, label: str) -> dict[str, Value]:
    """What makes an article the one that the graph holds, under the names of ``_STORED``."""
    article = document.article
    return {
        "text": text_hash(document.text),
        "extractor": label,
        "title": document.title,
        "url": article.url,
        "source": article.source,
        "published": article.published,
        "language": article.language,
    }


def _add(
    fresh: list[Document], store: GraphStore, reading: Reading, summary: Summary, failed: Failed
) -> None:
    """Write one batch, and count it once it is written."""
    texts: list[tuple[Document, tuple[Sentence, ...]]] = []
    claims: list[Claim] = []
    for annotated, found in reading.claims(fresh, failed):
        texts.append((annotated.document, annotated.sentences))
        claims += found
    built = resolve(claims, reading.gazetteer, reading.identities)
    store.write(project(texts, built, reading.label))
    summary.articles += len(texts)
    summary.sentences += sum(len(sentences) for _, sentences in texts)
    summary.claims += len(claims)
    summary.entities.update(e.id for e in built.entities)
    summary.events.update(e.id for e in built.events)
