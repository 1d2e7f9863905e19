"""Others keep nodes of their own in the same database, some with our labels: they stay."""

from collections.abc import Iterator

import pytest

from kg.clean import clean
from kg.errors import InputError
from kg.inspect.check import check, repair
from kg.inspect.findings import Present
from kg.ontology.relations import load_relations
from kg.pipeline import build, prune, retract
from kg.reading import Reading
from kg.records import Article, Document, Failure, GraphBatch, Statement
from kg.schema import graph_schema
from kg.stores import GraphStore

FOREIGN = (
    "CREATE (:Customer {id: 'c1', name: 'Ann'})-[:BOUGHT {on: date('2031-03-01')}]->(:Item {n: 1})",
    "CREATE (:Event {id: 'fair'})-[:AT]->(:Entity {id: 'hall', name: 'Hall'})",
    "CREATE (:Event {title: 'one'}), (:Event {title: 'other'})",
    "CREATE (:Article {id: 'sock', price: 3}), (:Claim {id: '7'}), (:Sentence {id: '8'})",
)
_FOREIGN = """
MATCH (n) WHERE any(label IN labels(n) WHERE label IN ['Customer', 'Item'])
   OR n.id IN ['fair', 'hall', 'sock', '7', '8'] OR n.title IN ['one', 'other']
OPTIONAL MATCH (n)-[r]->()
RETURN labels(n) AS labels, properties(n) AS properties, type(r) AS type, properties(r) AS own
ORDER BY labels, n.id, n.title
"""


def documents() -> Iterator[Document]:
    for id, text in {"a": "Kenya accused Uganda of theft.", "b": "Iran bombed Erbil."}.items():
        yield clean(Article(id, text, f"{id}.txt", published="2031-03-02"))


def test_what_others_keep_is_neither_touched_nor_told(
    any_store: GraphStore, reading: Reading
) -> None:
    any_store.write(GraphBatch(derive=tuple(map(Statement, FOREIGN))))
    before = any_store.query(_FOREIGN)
    assert len(before.rows) == 9
    failures: list[Failure] = []
    build(documents(), any_store, reading, failures.append)
    schema = graph_schema(load_relations().relations)
    present = Present(schema, reading.gazetteer, reading.identities, reading.label)
    assert check(any_store, present) == ()
    any_store.write(
        GraphBatch(derive=(Statement("MATCH (e:Event) WHERE e.block IS NOT NULL DETACH DELETE e"),))
    )
    repair(any_store, present)
    assert check(any_store, present) == ()
    retract(["a"], any_store)
    with pytest.raises(InputError, match="holds no article 'sock'"):
        retract(["sock"], any_store)
    assert prune(set(), any_store) == 1
    assert any_store.query(_FOREIGN) == before
    assert any_store.query("MATCH (n) RETURN count(n) AS n").rows == ((9,),)
