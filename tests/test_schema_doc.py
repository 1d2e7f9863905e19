"""docs/schema.md says what kg/schema.py and the ontology say."""

from pathlib import Path

import pytest

from kg.schema import EDGES, NODES, graph_schema
from kg.schema_doc import main, schema_markdown

DOCUMENT = Path(__file__).parent.parent / "docs" / "schema.md"


def test_the_document_is_the_one_that_make_schema_writes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    main()
    assert DOCUMENT.read_text(encoding="utf-8") == capsys.readouterr().out, "run `make schema`"


def test_it_names_every_label_type_and_property() -> None:
    text = schema_markdown(graph_schema(["STRIKES"]), {"STRIKES": "Hits from the air."})
    for node in NODES:
        assert f"### {node.label}\n" in text
        assert all(f"| `{each.name}` | {each.type} |" in text for each in node.properties)
    for edge in EDGES:
        assert f"`(:{edge.start})-[:{edge.type}]->(:{edge.end})`" in text
    assert "| `STRIKES` | Hits from the air. |" in text
    assert "| `country` | `:Entity` `:Actor` `:Place` `:Country` |" in text


def test_the_picture_has_one_arrow_a_pair_of_labels() -> None:
    text = schema_markdown(graph_schema([]), {})
    picture = text.partition("```mermaid\n")[2].partition("```")[0]
    assert "    Claim -->|SAID_BY, SOURCE, TARGET, IN| Entity\n" in picture
    assert picture.count("Event -->") == 1
