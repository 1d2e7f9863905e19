"""The labelled sentences are well formed: what measures the extractor must itself be right."""

import json
import re
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from kg.records import STATUSES

GOLD = Path(__file__).parent / "gold"
HALVES = ("dev", "heldout", "dev_more", "sealed")
SETS = (*HALVES, *(f"{half}_articles" for half in HALVES))
SLOTS = ("source", "target", "place")
RELATION_NAMES = """
    ACCUSES CONDEMNS INVESTIGATES PROTESTS REJECTS DENIES CLAIMS_RESPONSIBILITY THREATENS WARNS
    DEMANDS URGES PROMISES AGREES_CEASEFIRE APOLOGIZES MEETS VISITS NEGOTIATES_WITH MEDIATES
    PRAISES WELCOMES RECOGNIZES SIGNS_AGREEMENT COOPERATES_WITH AIDS SUPPORTS RELEASES
    WITHDRAWS_FROM OPENS_BORDER SUSPENDS_TRADE SUSPENDS_TALKS SANCTIONS EXPELS CLOSES_BORDER
    BLOCKADES BANS ARRESTS SEIZES MOBILIZES STRIKES ATTACKS KILLS CLASHES_WITH ABDUCTS
    VIOLATES_CEASEFIRE HOLDS_OFFICE LEADS MEMBER_OF PART_OF ALLIED_WITH HARBOURS OPERATES_IN
    BASED_IN LOCATED_IN SEIZES_POWER
"""
RELATIONS = frozenset(RELATION_NAMES.split())
FINER_NAMES = """
    CONVICTS TORTURES RAPES CENSORS IMPOSES_CURFEW RESTRICTS CONCEDES PARDONS SURRENDERS RESIGNS
    OBSERVES_CEASEFIRE LIFTS_RESTRICTIONS
"""
FINER = frozenset(FINER_NAMES.split())
"""Relations that are labelled in the later halves, and seldom."""

FIELDS = {
    *("doc", "evidence", "relation", *SLOTS, "said_by", "status"),
    *("date", "deaths", "optional", "note"),
}

Row = dict[str, Any]


def rows(name: str) -> list[Row]:
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def texts(name: str) -> dict[str, str]:
    return {item["id"]: item["text"] for item in rows(name)}


def readings(claim: Row) -> list[Row]:
    return [claim, *({**claim, **other} for other in claim.get("accept", ()))]


@pytest.mark.parametrize("name", SETS)
def test_evidence_and_date_words_stand_in_the_text(name: str) -> None:
    text = texts(name)
    for claim in rows(f"{name}_claims"):
        assert claim["evidence"] in text[claim["doc"]], claim
        assert (claim["date"] or "") in text[claim["doc"]], claim


@pytest.mark.parametrize("name", SETS)
def test_claims_have_the_form_of_the_gold(name: str) -> None:
    for claim in rows(f"{name}_claims"):
        assert set(claim) - {"accept"} == FIELDS, claim
        assert isinstance(claim["optional"], bool), claim
        assert claim["deaths"] is None or claim["deaths"] > 0, claim
        for reading in readings(claim):
            assert reading["relation"] in RELATIONS | FINER, claim
            assert reading["status"] in STATUSES, claim
            assert set(reading) <= FIELDS | {"accept"}, claim
            lists = [reading[slot] for slot in (*SLOTS, "said_by")]
            assert all(isinstance(n, str) and n == n.strip() and n for ns in lists for n in ns)


@pytest.mark.parametrize("name", SETS)
def test_no_claim_is_labelled_twice(name: str) -> None:
    seen = Counter(
        (c["doc"], c["evidence"], c["relation"], *(tuple(c[slot]) for slot in SLOTS), c["status"])
        for c in rows(f"{name}_claims")
    )
    assert not [key for key, count in seen.items() if count > 1]


@pytest.mark.parametrize("name", SETS)
def test_items_have_an_id_of_their_own_and_a_conflict(name: str) -> None:
    items = rows(name)
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["conflict"], item
        assert re.fullmatch(r"[a-z-]+-\d\d", item["id"]), item


def test_halves_share_no_item_and_no_sentence() -> None:
    items = [item for name in SETS for item in rows(name)]
    for field in ("id", "text"):
        assert len({item[field] for item in items}) == len(items)


def test_later_halves_share_no_conflict() -> None:
    halves = [
        {item["conflict"] for item in (*rows(half), *rows(f"{half}_articles"))} - {"Sundry"}
        for half in ("dev_more", "sealed")
    ]
    assert min(map(len, halves)) >= 30
    assert not halves[0] & halves[1]


def test_there_is_enough_of_everything() -> None:
    halves = {half: rows(half) for half in ("dev", "heldout")}
    conflicts = {half: {item["conflict"] for item in items} for half, items in halves.items()}
    assert sum(map(len, halves.values())) >= 400
    assert len(halves["heldout"]) >= 200
    assert len(conflicts["dev"] | conflicts["heldout"]) >= 25
    assert len(conflicts["heldout"] - conflicts["dev"]) >= 6
    claims = [claim for name in SETS for claim in rows(f"{name}_claims")]
    required = Counter(claim["relation"] for claim in claims if not claim["optional"])
    assert not {relation for relation in RELATIONS if required[relation] < 6}


def test_every_alias_belongs_to_a_name_of_the_labels() -> None:
    names = {
        name
        for s in SETS
        for claim in rows(f"{s}_claims")
        for reading in readings(claim)
        for slot in (*SLOTS, "said_by")
        for name in reading[slot]
    }
    aliases = json.loads((GOLD / "aliases.json").read_text(encoding="utf-8"))
    assert not aliases.keys() - names
