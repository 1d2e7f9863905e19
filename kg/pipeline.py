"""The main road on one screen: paths -> articles -> documents -> claims -> graph."""

import itertools
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import IO

from kg.annotate import Annotated, Annotator
from kg.clean import clean
from kg.errors import InputError
from kg.extract.base import Extractor, load_extractor
from kg.ids import text_hash
from kg.ontology.gazetteer import Gazetteer, load_gazetteer
from kg.ontology.relations import load_relations
from kg.project import project
from kg.records import Claim, Document, Failure, Sentence
from kg.resolve import Resolved, resolve
from kg.schema import graph_schema
from kg.sources import read
from kg.stores.base import GraphStore

BATCH = 20
"""Articles of one transaction."""

_STORED = "MATCH (a:Article) WHERE a.id IN $ids RETURN a.id AS id, a.hash AS hash, a.extractor AS extractor"


@dataclass(slots=True)
class Summary:
    """What a build did; ``unchanged`` counts articles that the graph already held."""

    articles: int = 0
    unchanged: int = 0
    sentences: int = 0
    claims: int = 0
    entities: set[str] = field(default_factory=set)
    events: set[str] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)


class Reading:
    """The stages that turn articles into claims: a gazetteer, a model and extractors."""

    def __init__(self, gazetteer: Gazetteer, annotator: Annotator, extractors: list[Extractor]) -> None:
        self.gazetteer = gazetteer
        self.annotator = annotator
        self.extractors = extractors

    @property
    def label(self) -> str:
        """Names and versions of all that shapes a claim."""
        named = ", ".join(f"{e.name} {e.version}" for e in self.extractors)
        return f"{named}; {self.annotator.model}"

    def claims(self, documents: Iterable[Document]) -> Iterator[tuple[Annotated, tuple[Claim, ...]]]:
        """Each document with its claims, whose extractor also names the model."""
        for annotated in self.annotator.annotate(documents):
            found = [c for extractor in self.extractors for c in extractor.extract(annotated)]
            yield annotated, tuple(
                replace(c, extractor=f"{c.extractor}; {annotated.model}") for c in found
            )


def load_reading(
    extractors: Iterable[str], model: str | None, gazetteer: Gazetteer | None = None
) -> Reading:
    """Load what reading needs. Raises ExtractorError for an unknown extractor or model."""
    names = gazetteer or load_gazetteer()
    found = [load_extractor(name, names) for name in extractors]
    return Reading(names, Annotator(names, model), found)


def documents(
    paths: Iterable[str], stdin: IO[bytes], failed: Callable[[Failure], None]
) -> Iterator[Document]:
    """The cleaned articles of ``paths``; what cannot be read goes to ``failed``."""
    for item in read(paths, stdin):
        if isinstance(item, Failure):
            failed(item)
            continue
        try:
            yield clean(item)
        except InputError as error:
            failed(Failure(item.origin, str(error)))


def extract(
    found: Iterable[Document], reading: Reading
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with its resolved claims."""
    for annotated, claims in reading.claims(found):
        yield annotated.document, resolve(claims, reading.gazetteer).claims


def build(
    found: Iterable[Document],
    store: GraphStore,
    reading: Reading,
    step: Callable[[int], None] = lambda _: None,
    batch: int = BATCH,
) -> Summary:
    """Add documents to the graph, ``batch`` at a time, each batch all or nothing.

    ``step`` is told how many articles were done. Articles that the graph holds are passed over.
    """
    store.setup(graph_schema(load_relations().relations))
    summary = Summary()
    stream = iter(found)
    while group := list(itertools.islice(stream, batch)):
        fresh = list(_fresh(group, store, reading, summary))
        if fresh:
            _add(fresh, store, reading, summary)
        step(len(group))
    return summary


def _fresh(
    group: list[Document], store: GraphStore, reading: Reading, summary: Summary
) -> Iterator[Document]:
    """The documents that the graph does not hold yet."""
    rows = store.query(_STORED, {"ids": tuple(d.article.id for d in group)}).rows
    stored = {row[0]: row[1:] for row in rows}
    for document in group:
        known = stored.get(document.article.id)
        if known is None:
            yield document
        elif known == (text_hash(document.text), reading.label):
            summary.unchanged += 1
        else:
            other = "another text" if known[0] != text_hash(document.text) else f"extractor {known[1]}"
            summary.failures.append(
                Failure(
                    document.article.origin,
                    f"is in the graph already as {document.article.id}, with {other}; "
                    "give it another id or build a new graph",
                )
            )


def _add(fresh: list[Document], store: GraphStore, reading: Reading, summary: Summary) -> None:
    read_: list[tuple[Document, tuple[Sentence, ...]]] = []
    claims: list[Claim] = []
    for annotated, found in reading.claims(fresh):
        read_.append((annotated.document, annotated.sentences))
        claims += found
    built: Resolved = resolve(claims, reading.gazetteer)
    store.write(project(read_, built, reading.label))
    summary.articles += len(read_)
    summary.sentences += sum(len(sentences) for _, sentences in read_)
    summary.claims += len(claims)
    summary.entities.update(e.id for e in built.entities)
    summary.events.update(e.id for e in built.events)
