"""Query files are read, checked and bound as their headers say."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from kg.errors import PackError
from kg.packs import bind, find_packs, load_pack, load_query, read_query, run_query
from kg.records import Table, Value

GOOD = """// Who blames whom
// Accusations, most
// frequent first.
// param actor: string = null
// param limit: integer = 25
// returns: accuser, claims
MATCH (a:Actor) // $unused, and SET in a comment
WHERE $actor IS NULL OR a.name = $actor AND a.note <> "MERGE $this"
RETURN a.name AS accuser, count(*) AS claims LIMIT $limit;
"""


def write(folder: Path, text: str, name: str = "blame") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text('title = "T"\nabout = "A"\norder = []\n')
    path = folder / f"{name}.cypher"
    path.write_text(text, encoding="utf-8")
    return path


def query_with(tmp_path: Path, header: str, body: str = "RETURN 1 AS one") -> Path:
    return write(tmp_path / "mine", f"// Title\n{header}// returns: one\n{body}\n")


def test_header_gives_title_description_parameters_and_columns(tmp_path: Path) -> None:
    query = read_query(write(tmp_path / "mine", GOOD))
    assert (query.pack, query.name, query.title) == ("mine", "blame", "Who blames whom")
    assert query.about == "Accusations, most frequent first."
    assert [(p.name, p.type, p.default, p.required) for p in query.parameters] == [
        ("actor", "string", None, False),
        ("limit", "integer", 25, False),
    ]
    assert query.columns == ("accuser", "claims")
    assert query.cypher.startswith("// Who") and query.cypher.endswith("$limit")


@pytest.mark.parametrize(
    ("kind", "word", "value"),
    [
        ("string", "007", "007"),
        ("string", "a=b", "a=b"),
        ("integer", "-5", -5),
        ("float", "0.5", 0.5),
        ("float", "2", 2.0),
        ("boolean", "True", True),
        ("date", "2024-02-29", "2024-02-29"),
        ("strings", "Kyiv, Moscow", ("Kyiv", "Moscow")),
        ("strings", '["Korea, North"]', ("Korea, North",)),
        ("integer", "", None),
    ],
)
def test_words_are_parsed_by_the_declared_type(
    tmp_path: Path, kind: str, word: str, value: Value
) -> None:
    path = query_with(tmp_path, f"// param p: {kind} = null\n", "RETURN $p AS one")
    bound = bind(read_query(path), [f"p={word}"])
    assert bound == {"p": value}
    assert type(bound["p"]) is type(value)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("integer", "five"),
        ("integer", "5.0"),
        ("integer", "true"),
        ("integer", "9223372036854775808"),
        ("float", "NaN"),
        ("boolean", "1"),
        ("date", "2024-02-30"),
        ("date", "20240229"),
        ("strings", "[1]"),
    ],
)
def test_a_word_of_the_wrong_type_is_one_sentence(tmp_path: Path, kind: str, word: str) -> None:
    query = read_query(query_with(tmp_path, f"// param p: {kind} = null\n", "RETURN $p AS one"))
    with pytest.raises(PackError, match=r"^Parameter p: '.*' is not [^\n]+\.$"):
        bind(query, [f"p={word}"])


def test_defaults_stand_until_a_value_is_given(tmp_path: Path) -> None:
    query = read_query(write(tmp_path / "mine", GOOD))
    assert bind(query) == {"actor": None, "limit": 25}
    assert bind(query, ["limit=3", "actor=Oz"]) == {"actor": "Oz", "limit": 3}


def test_a_parameter_without_default_is_needed(tmp_path: Path) -> None:
    query = read_query(query_with(tmp_path, "// param p: date\n", "RETURN date($p) AS one"))
    with pytest.raises(PackError, match="needs -p p=VALUE"):
        bind(query)


@pytest.mark.parametrize(
    ("given", "said"), [("limt=3", "did you mean limit"), ("limit", "write NAME=VALUE")]
)
def test_unknown_parameters_are_refused(tmp_path: Path, given: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        bind(read_query(write(tmp_path / "mine", GOOD)), [given])


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ("CREATE(n)", 3),
        ("MATCH (n)\nset n.x = 1", 4),
        ("MATCH (n) DETACH DELETE n", 3),
        ("// it's\n/* 'x */ MERGE (n:`CREATE`)", 4),
        ("CALL db.labels() YIELD label", 3),
        ("LOAD  CSV FROM 'file:///etc/passwd' AS row", 3),
        ("RETURN 'it\\'s' REMOVE n.x", 3),
    ],
)
def test_a_query_that_writes_is_refused_with_its_line(tmp_path: Path, body: str, line: int) -> None:
    path = query_with(tmp_path, "", body)
    with pytest.raises(PackError, match=rf"blame\.cypher:{line}: .* is refused"):
        read_query(path)


def test_words_that_only_look_like_writes_are_read(tmp_path: Path) -> None:
    body = "MATCH (n:Set)-[:`CREATE`]->() WHERE n.set = 'DELETE' RETURN n.set AS one, \"MERGE\""
    assert read_query(query_with(tmp_path, "", body)).columns == ("one",)


@pytest.mark.parametrize(
    ("header", "body", "said"),
    [
        ("", "RETURN $p AS one", r"\$p is used and not declared"),
        ("// param p: string = null\n", "RETURN 1 AS one", r"\$p is declared and not used"),
        ("// param p: text = null\n", "RETURN $p AS one", r"cypher:2: write `// param NAME"),
        ("// param p: integer = x\n", "RETURN $p AS one", r"cypher:2: default x is not a whole"),
    ],
)
def test_header_and_query_must_agree(tmp_path: Path, header: str, body: str, said: str) -> None:
    with pytest.raises(PackError, match=said):
        read_query(query_with(tmp_path, header, body))


def test_a_file_without_columns_or_of_no_text_is_named(tmp_path: Path) -> None:
    path = write(tmp_path / "mine", "// Title\nRETURN 1 AS one\n")
    with pytest.raises(PackError, match=r"blame\.cypher:1: the header needs"):
        read_query(path)
    path.write_bytes(b"// Title \xff\n")
    with pytest.raises(PackError, match=r"blame\.cypher cannot be read"):
        read_query(path)


def test_a_pack_keeps_its_order_and_lists_twins_apart(tmp_path: Path) -> None:
    for name in ("a", "b", "c", "b.graph"):
        write(tmp_path / "mine", "// Title\n// returns: one\nRETURN 1 AS one\n", name)
    (tmp_path / "mine/pack.toml").write_text('title = "T"\nabout = "A"\norder = ["c", "b"]\n')
    pack = load_pack("mine", [tmp_path])
    assert [query.name for query in pack.queries] == ["c", "b", "a"]
    assert [query.name for query in pack.twins] == ["b.graph"]
    assert load_query("mine/b.graph", [tmp_path / "mine"]).name == "b.graph"


@pytest.mark.parametrize(
    "toml", ['title = "T"', "title =", 'title = 1\nabout = "A"', 'title = "T"\nabout = "A"\nx = 1']
)
def test_a_wrong_pack_description_is_named(tmp_path: Path, toml: str) -> None:
    write(tmp_path / "mine", GOOD)
    (tmp_path / "mine/pack.toml").write_text(toml)
    with pytest.raises(PackError, match=r"mine.pack\.toml"):
        load_pack("mine", [tmp_path])


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("mine/blam", "did you mean blame"),
        ("min/blame", "did you mean mine"),
        ("blame", "write PACK/NAME"),
    ],
)
def test_near_names_are_suggested(tmp_path: Path, address: str, said: str) -> None:
    write(tmp_path / "mine", GOOD)
    with pytest.raises(PackError, match=said):
        load_query(address, [tmp_path])


def test_order_must_name_queries(tmp_path: Path) -> None:
    write(tmp_path / "mine", GOOD)
    (tmp_path / "mine/pack.toml").write_text('title = "T"\nabout = "A"\norder = ["blam"]\n')
    with pytest.raises(PackError, match="did you mean blame"):
        load_pack("mine", [tmp_path])


def test_a_folder_without_packs_is_refused(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="holds no pack"):
        find_packs([tmp_path])


def test_a_query_must_return_what_its_header_says(tmp_path: Path) -> None:
    class OneColumn:
        def query(self, cypher: str, params: Mapping[str, Value] | None = None) -> Table:
            return Table(("other",), ((1,),))

    query = read_query(query_with(tmp_path, ""))
    with pytest.raises(PackError, match="promises one and the query returns other"):
        run_query(OneColumn(), query, {})  # type: ignore[arg-type]
