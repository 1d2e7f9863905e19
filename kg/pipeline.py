"""The main road on one screen: paths -> articles -> documents -> claims -> graph."""

import itertools
from collections.abc import Callable, Collection, Iterable, Iterator, Set
from dataclasses import dataclass, field
from functools import partial
from typing import IO

from kg.clean import clean
from kg.errors import InputError
from kg.ids import text_hash
from kg.ontology.relations import load_relations
from kg.reading import Failed, Reader
from kg.records import Claim, Document, Failure, GraphBatch, Sentence, Value
from kg.regraph import apart, exchange, regraph
from kg.resolve import resolve
from kg.schema import graph_schema
from kg.sources import read
from kg.stores.base import GraphStore, GraphView

BATCH = 20
"""Articles of one transaction."""

LONGEST = 1_000_000
"""Characters of a cleaned article at most, about a book: minutes of reading, not hours."""

_STORED = """
UNWIND $ids AS id
MATCH (a:Article {id: id}) WHERE a.hash IS NOT NULL
RETURN a.id AS id, a.hash AS text, a.extractor AS extractor, a.title AS title, a.url AS url,
       a.source AS source, toString(a.published) AS published, a.language AS language
"""

_IDS = "MATCH (a:Article) WHERE a.hash IS NOT NULL RETURN a.id AS id ORDER BY id"


@dataclass(slots=True)
class Summary:
    """What a build did.

    ``articles`` are those written, ``replaced`` those of them that took the place of an older
    version; ``unchanged`` the graph held already. ``followed`` are the entities that were not as
    decisions say. ``ids`` are those of all articles that came, ``about`` the events of the claims
    written, as they are now.
    """

    articles: int = 0
    replaced: int = 0
    unchanged: int = 0
    followed: int = 0
    ids: set[str] = field(default_factory=set)
    sentences: int = 0
    claims: int = 0
    entities: set[str] = field(default_factory=set)
    about: dict[str, str] = field(default_factory=dict)

    @property
    def events(self) -> set[str]:
        """The events that the articles written tell of."""
        return set(self.about.values())


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
    found: Iterable[Document], reading: Reader, failed: Failed
) -> Iterator[tuple[Document, tuple[Claim, ...]]]:
    """Each document with its resolved claims."""
    for each in reading.claims(found, failed):
        yield each.document, resolve(each.claims, reading.gazetteer, reading.identities).claims


def build(
    found: Iterable[Document],
    store: GraphStore,
    reading: Reader,
    failed: Failed,
    *,
    step: Callable[[int], None] = lambda _: None,
    batch: int = BATCH,
) -> Summary:
    """Add documents to the graph, ``batch`` at a time, each batch all or nothing.

    ``step`` is told how many articles were done. Articles that the graph holds are passed over,
    after decisions that are new to it have been applied to them; one that it holds otherwise, with
    another text or details or by other extractors, is replaced.
    """
    store.setup(graph_schema(load_relations().relations))
    summary = Summary(followed=len(apart(store, reading.identities)))
    if summary.followed:
        regraph(store, reading.gazetteer, reading.identities)
    stream = iter(found)
    while group := list(itertools.islice(stream, batch)):
        stored = _stored(group, store)
        identities = [(d, _identity(d, reading.label)) for d in group]
        fresh = [d for d, identity in identities if stored.get(d.article.id) != identity]
        if fresh:
            _add(fresh, store, reading, summary, failed, stored=stored.keys())
        summary.unchanged += len(group) - len(fresh)
        summary.ids.update(d.article.id for d in group)
        step(len(group))
    return summary


def retract(ids: Iterable[str], store: GraphStore) -> None:
    """Take articles out of the graph, all or none, with what nothing else supports.

    Raises InputError where the graph lacks one of them.
    """
    asked = tuple(dict.fromkeys(ids))

    def plan(view: GraphView) -> GraphBatch:
        _check_held(view, asked)
        return exchange(view, asked)

    _check_held(store, asked)
    store.setup(graph_schema(load_relations().relations))
    store.change(plan)


def _check_held(view: GraphView, ids: tuple[str, ...]) -> None:
    held = {row[0] for row in view.query(_STORED, {"ids": ids}).rows}
    for id in ids:
        if id not in held:
            raise InputError(
                f"The graph holds no article {id!r}, and nothing was taken back; "
                "kg query overview/articles lists those it holds."
            )


def prune(kept: Collection[str], store: GraphStore, *, batch: int = BATCH) -> int:
    """Take back all articles but those ``kept``, ``batch`` at a time; how many there were."""
    held = (str(row[0]) for row in store.query(_IDS).rows)
    gone = iter([id for id in held if id not in kept])
    count = 0
    while group := list(itertools.islice(gone, batch)):
        store.change(partial(exchange, gone=group))
        count += len(group)
    return count


def _stored(group: list[Document], store: GraphStore) -> dict[Value, dict[str, Value]]:
    """What the graph holds of these articles, by id, to be compared with ``_identity``."""
    table = store.query(_STORED, {"ids": tuple(d.article.id for d in group)})
    return {row[0]: dict(zip(table.columns[1:], row[1:], strict=True)) for row in table.rows}


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
    fresh: list[Document],
    store: GraphStore,
    reading: Reader,
    summary: Summary,
    failed: Failed,
    *,
    stored: Set[Value],
) -> None:
    """Write one batch in the place of what is stored of its articles; count it once written."""
    texts: list[tuple[Document, tuple[Sentence, ...]]] = []
    claims: list[Claim] = []
    for each in reading.claims(fresh, failed):
        texts.append((each.document, each.sentences))
        claims += each.claims
    built = resolve(claims, reading.gazetteer, reading.identities)
    new = store.change(partial(exchange, texts=texts, built=built, extractor=reading.label))
    summary.articles += len(texts)
    summary.replaced += len(stored & {d.article.id for d, _ in texts})
    summary.sentences += sum(len(sentences) for _, sentences in texts)
    summary.claims += len(claims)
    summary.entities.update(e.id for e in built.entities)
    own = summary.about.keys() | {claim.id for claim in claims}
    summary.about.update(
        (e.start, e.end) for e in new.edges if e.type == "ABOUT" and e.start in own
    )
