"""``kg report`` writes a pack as one Markdown document."""

from pathlib import Path

import pytest

from kg.packs import find_packs, load_pack
from tests.cli.conftest import Kg


@pytest.mark.parametrize("name", find_packs())
def test_a_report_answers_every_query_of_its_pack_in_order(kg: Kg, name: str) -> None:
    shown = kg("report", name)
    pack = load_pack(name)
    assert shown.exit_code == 0
    assert shown.stdout.startswith(f"# {pack.title}\n\n{pack.about}\n")
    headings = [line[3:] for line in shown.stdout.splitlines() if line.startswith("## ")]
    assert headings == [query.title for query in pack.queries]


def test_a_report_goes_to_a_file(kg: Kg, tmp_path: Path) -> None:
    shown = kg("report", "violence", "-o", "report.md")
    assert (shown.exit_code, shown.stdout) == (0, "")
    text = (tmp_path / "report.md").read_text(encoding="utf-8")
    assert text == kg("report", "violence").stdout
    assert "| Lakeside | Port Alma | SDR | STRIKES | Norland | Sudria | 2031-03-20 |" in text


def test_a_file_that_cannot_be_written_is_one_sentence(kg: Kg) -> None:
    shown = kg("report", "violence", "-o", "no/such/folder.md")
    assert shown.exit_code == 1
    assert shown.stderr.startswith("Error: ")
    assert shown.stderr.count("\n") == 1
