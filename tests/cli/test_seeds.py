"""What the seeds say, as ``kg report`` and the queries of ``make demo`` print it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import cli


@pytest.fixture(autouse=True)
def over_the_seeds(seeds_db: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KG_STORE", str(seeds_db))


def printed(*words: str) -> str:
    ran = CliRunner().invoke(cli, words)
    assert ran.exit_code == 0, ran.output
    return ran.stdout


def rows(report: str, title: str) -> list[list[str]]:
    """The cells of each row of the table under a heading of the report."""
    section = report.partition(f"## {title}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_the_report_has_pakistan_accusing_the_afghan_government() -> None:
    accusations = rows(printed("report", "accusations"), "Who accuses whom")
    alleged = {(row[0], row[1]): row[4].replace("\\", "") for row in accusations}
    assert "HARBOURS" in alleged["Pakistan", "Afghanistan"]


def test_the_report_has_strikes_in_khost_kunar_and_paktika() -> None:
    strikes = rows(printed("report", "violence"), "Strikes and attacks by province")
    assert {(row[0], row[4]) for row in strikes} >= {
        ("Khost", "Pakistan"),
        ("Kunar", "Pakistan"),
        ("Paktika", "Pakistan"),
    }


def test_an_analyst_reads_who_says_that_ten_were_killed_in_khost() -> None:
    words = (
        "-p",
        "province=Khost",
        "-c",
        "attackers,killed_min,status,said_by",
        "--format",
        "jsonl",
    )
    told = [
        json.loads(line)
        for line in printed("query", "violence/strikes-by-province", *words).splitlines()
    ]
    assert {
        "attackers": ["Pakistan"],
        "killed_min": 10,
        "status": "alleged",
        "said_by": ["Zabihullah Mujahid"],
    } in told
