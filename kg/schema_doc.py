"""docs/schema.md, written from ``kg.schema`` and the relations of the ontology."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from kg.ontology.relations import load_relations
from kg.schema import SHORT_EDGE, EdgeType, Property, Schema, graph_schema

HEAD = """\
# The graph

Made by `make schema` from `kg/schema.py` and the ontology; a test compares it with them.
Dates are days. A property that is not known is not there. Every `id` is unique under its label.
"""


def schema_markdown(schema: Schema, meanings: Mapping[str, str]) -> str:
    """The schema as Markdown; ``meanings`` says what the relation of each short edge means."""
    short = [edge for edge in schema.edges if edge.properties == SHORT_EDGE]
    long = [edge for edge in schema.edges if edge.properties != SHORT_EDGE]
    parts = [
        HEAD,
        "```mermaid\n" + "\n".join(_picture(long, bool(short))) + "\n```\n",
        "## Nodes\n",
    ]
    for node in schema.nodes:
        parts.append(f"### {node.label}\n\n{node.about}\n\n{_properties(node.properties)}")
    parts.append(f"### Labels of entities\n\n{_kinds(schema)}")
    told = tuple(dict.fromkeys(each for edge in long for each in edge.properties))
    parts.append(f"## Relationships\n\n{_edges(long)}")
    parts.append(_properties(told) if told else "")
    parts.append(_short(short, meanings))
    return "\n".join(filter(None, parts))


def _picture(edges: Iterable[EdgeType], short: bool) -> Iterator[str]:
    """The lines of a Mermaid flowchart: one arrow a pair of labels, with all its types."""
    yield "flowchart LR"

    def ends(edge: EdgeType) -> tuple[str, str]:
        return edge.start, edge.end

    for (start, end), types in groupby(sorted(edges, key=ends), key=ends):
        yield f"    {start} -->|{', '.join(edge.type for edge in types)}| {end}"
    if short:
        yield "    Entity -.->|short edges, one type a relation| Entity"


def _properties(properties: Iterable[Property]) -> str:
    rows = ((f"`{each.name}`", each.type, each.about) for each in properties)
    return _table(("property", "type", "meaning"), rows)


def _kinds(schema: Schema) -> str:
    rows = (
        (f"`{kind}`", " ".join(f"`:{label}`" for label in ("Entity", *labels)))
        for kind, labels in schema.kinds
    )
    return _table(("kind", "labels"), rows)


def _edges(edges: Iterable[EdgeType]) -> str:
    rows = (
        (f"`(:{edge.start})-[:{edge.type}]->(:{edge.end})`", edge.about, _names(edge.properties))
        for edge in edges
    )
    return _table(("relationship", "meaning", "properties"), rows)


def _names(properties: Iterable[Property]) -> str:
    return ", ".join(f"`{each.name}`" for each in properties)


def _short(edges: Iterable[EdgeType], meanings: Mapping[str, str]) -> str:
    """The section on short edges, empty where there are none."""
    rows = [(f"`{edge.type}`", meanings[edge.type]) for edge in edges]
    if not rows:
        return ""
    return (
        "## Short edges\n\nFrom source to target, worked out from the claims of one relation, for "
        "eyes and for paths.\n\n"
        f"{_properties(SHORT_EDGE)}\n{_table(('relationship', 'meaning'), rows)}"
    )


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table with a line break at its end."""
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(map(_cell, line))} |\n" for line in lines)


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


def main() -> None:
    """Print the document of the built-in ontology."""
    relations = load_relations().relations
    meanings = {name: relation.meaning for name, relation in relations.items()}
    print(schema_markdown(graph_schema(relations), meanings), end="")


if __name__ == "__main__":
    main()
