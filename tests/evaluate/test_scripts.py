"""The scripts beside the gold and kg count the same; skipped where they are not at hand."""

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from kg.evaluate.claims import Judge, score_claims
from kg.evaluate.families import load_families
from kg.evaluate.gold import load_gold
from kg.evaluate.measures import Measure
from kg.evaluate.names import Names, load_aliases
from kg.evaluate.sentences import score_records, surest
from kg.evaluate.tables import claim_measure
from kg.lines import claim_line
from kg.records import Claim
from tests.gold_sets import SETS, SHARED, GoldSet

pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the scripts are not at hand")
Drawn = Callable[[GoldSet], list[Claim]]


def script(name: str) -> Any:
    """A script as a module, run without leaving anything beside it."""
    path, module = SHARED / f"{name}.py", ModuleType(name)
    module.__file__ = str(path)
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), vars(module))
    return module


def written(claims: list[Claim], folder: Path) -> str:
    file = folder / "claims.jsonl"
    file.write_text("".join(f"{claim_line(claim)}\n" for claim in claims), encoding="utf-8")
    return str(file)


@pytest.mark.parametrize("name", ["seeds", "dev", "dev_articles"])
def test_claims_are_counted_alike(name: str, drawn: Drawn, tmp_path: Path) -> None:
    gold, claims = SETS[name], drawn(SETS[name])
    assert gold.aliases is not None
    result = script("score").main(written(claims, tmp_path), gold.labels, gold.aliases)
    judge = Judge(Names(load_aliases(gold.aliases)), load_families())
    scores = score_claims(load_gold(gold.labels).claims, claims, judge)
    for level in ("loose", "strict"):
        ours = claim_measure(scores, strict=level == "strict")
        assert (ours.precision, ours.recall, ours.f1) == pytest.approx(result[level])


@pytest.mark.parametrize("few", [False, True], ids=["all claims", "the surest of each record"])
def test_records_are_counted_alike(
    few: bool, drawn: Drawn, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    claims = drawn(SETS["plover"])
    made = surest(claims) if few else claims
    levels = score_records(load_gold(SETS["plover"].labels).records, made).levels
    coder = script("coder_score")
    monkeypatch.setitem(sys.modules, "coder_score", coder)
    plover = script("score_plover")
    records, predictions = plover_data(plover, written(made, tmp_path))
    assert counts(levels) == right_of(coder.score(records, predictions))
    coder.TEXT_ONLY = True
    assert levels["triple, text only"].right == coder.score(records, predictions)["triple"]["tp"]


def plover_data(plover: Any, file: str) -> tuple[Any, Any]:
    rows = script("score").load(SETS["plover"].labels)
    return rows, plover.predictions(file)


def counts(levels: Any) -> dict[str, tuple[int, int, int]]:
    def three(m: Measure) -> tuple[int, int, int]:
        return (m.right, m.claims, m.required)

    return {level: three(levels[level]) for level in ("type", "dyad", "triple")}


def right_of(result: Any) -> dict[str, tuple[int, int, int]]:
    levels = {level: result[level] for level in ("type", "dyad", "triple")}
    return {level: (r["tp"], r["pred"], r["gold"]) for level, r in levels.items()}
