"""Articles into the graph and out of it, with all that follows for events and short edges."""

from collections.abc import Collection, Iterable, Iterator

from kg.copies import minhash
from kg.project import project
from kg.records import Claim, Document, GraphBatch, Sentence
from kg.regraph.incidents import change_events
from kg.resolve import Resolved
from kg.resolve.incidents import Telling, tellings, world
from kg.stores.base import GraphView

Texts = Collection[tuple[Document, tuple[Sentence, ...]]]
NOTHING = Resolved((), (), ())


def exchange(
    store: GraphView,
    gone: Collection[str] = (),
    texts: Texts = (),
    built: Resolved = NOTHING,
    extractor: str = "",
) -> GraphBatch:
    """The batch that puts ``texts`` with what was resolved of them in the place of ``gone``.

    ``gone`` are ids of articles; those that the graph does not hold change nothing. Of the articles
    of ``texts`` too goes what the graph holds. The graph is read and not yet written.
    """
    gone = {*gone, *(document.article.id for document, _ in texts)}
    known = world(built.entities, built.within)
    events = change_events(store, list(_told(texts, built.claims)), gone, known)
    new = project(texts, built, extractor, gone)
    remove = (*events.remove, *new.remove)
    return GraphBatch((*new.nodes, *events.nodes), (*new.edges, *events.edges), new.derive, remove)


def _told(texts: Texts, claims: Iterable[Claim]) -> Iterator[Telling]:
    """What each article tells of events."""
    by_article: dict[str, list[Claim]] = {}
    for claim in claims:
        by_article.setdefault(claim.article, []).append(claim)
    for document, _ in texts:
        article = document.article
        yield from tellings(
            by_article.get(article.id, ()), article.published, minhash(document.text)
        )
