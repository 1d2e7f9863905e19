"""``kg info`` counts what the graph holds."""

import json

from tests.cli.conftest import Kg
from tests.made_graph import CLAIMS, ENTITIES


def test_counts_by_label_and_relationship_type(kg: Kg) -> None:
    counts = json.loads(kg("info", "--format", "json").stdout)
    assert list(counts) == ["labels", "relationships"]
    assert counts["labels"]["Claim"] == len(CLAIMS)
    assert counts["labels"]["Entity"] == len(ENTITIES)
    assert counts["labels"]["Country"] == 3
    assert counts["relationships"]["STATED_IN"] == len(CLAIMS)
    assert counts["relationships"]["MEDIATES"] == 2


def test_the_same_graph_gives_the_same_counts(kg: Kg) -> None:
    assert kg("info", "--format", "json").stdout == kg("info", "--format", "json").stdout


def test_the_table_holds_the_same_counts(kg: Kg) -> None:
    counts = json.loads(kg("info", "--format", "json").stdout)
    rows = [line.split() for line in kg("info").stdout.splitlines()[2:]]
    told = [[of, name, str(n)] for of, found in counts.items() for name, n in found.items()]
    assert rows == told
