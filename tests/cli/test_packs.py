"""``kg packs`` tells what can be asked."""

import json

from kg.packs import builtin_packs
from tests.cli.conftest import Kg


def test_every_pack_is_listed_with_the_number_of_its_queries(kg: Kg) -> None:
    rows = json.loads(kg("packs", "--format", "json").stdout)
    counted = {
        path.parent.name: len({p.name.partition(".")[0] for p in path.parent.glob("*.cypher")})
        for path in builtin_packs().glob("*/pack.toml")
    }
    assert {row["pack"]: row["queries"] for row in rows} == counted
    assert len(rows) >= 4
    assert sum(counted.values()) >= 16


def test_queries_are_listed_with_parameters_and_graph_twins(kg: Kg) -> None:
    rows = json.loads(kg("packs", "violence", "--format", "json").stdout)
    strikes = rows[0]
    assert strikes["query"] == "violence/strikes-by-province"
    assert strikes["graph_twin"] == "strikes-by-province.graph.cypher"
    assert strikes["parameters"][:3] == [
        "actor=STRING",
        "province=STRING",
        "relations=STRIKES,ATTACKS",
    ]
    assert strikes["parameters"][-1] == "limit=100"


def test_an_unknown_pack_is_one_sentence(kg: Kg) -> None:
    shown = kg("packs", "violense")
    assert shown.exit_code == 1
    assert shown.stderr == (
        "Error: There is no pack 'violense' (did you mean violence?): see `kg packs`.\n"
    )
