"""Every ``console`` block of README.md does what it shows.

The commands run one after the other in a folder that holds seeds/ and tests/gold/. Where output is
shown, ``...`` stands for any text, also for whole lines. Blocks that need Docker or a shell are
marked ``sh``.
"""

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli.main import VERBS, cli

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```console\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def steps() -> Iterator[tuple[str, str]]:
    """Each command with the output shown under it."""
    for block in BLOCKS:
        for step in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            command, _, shown = step.partition("\n")
            yield command, shown


def matches(shown: str, printed: str) -> bool:
    """Whether the output is as shown, runs of blanks counting as one."""
    shown, printed = (re.sub(r"[ \t]+", " ", text).strip() for text in (shown, printed))
    return re.fullmatch(re.escape(shown).replace(r"\.\.\.", ".*"), printed, re.DOTALL) is not None


def test_every_block_does_what_it_shows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("seeds", "tests/gold"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    monkeypatch.chdir(tmp_path)
    for name in ("KG_STORE", "KG_EXTRACTORS", "KG_SPACY_MODEL", "KG_GAZETTEER", "KG_DECISIONS"):
        monkeypatch.delenv(name, raising=False)
    for command, shown in steps():
        program, *words = shlex.split(command)
        assert program == "kg"
        ran = CliRunner().invoke(cli, words)
        assert ran.exit_code == 0, f"$ {command}\n{ran.output}"
        if shown:
            assert matches(shown, ran.stdout), f"$ {command}\n{ran.stdout}"
    assert {"accusations.md", "seeds.svg", "kg.db"} <= {path.name for path in tmp_path.iterdir()}


def test_every_verb_is_shown() -> None:
    assert {shlex.split(command)[1] for command, _ in steps()} == set(VERBS)


def test_every_link_leads_to_a_file() -> None:
    links = [link for link in re.findall(r"\]\(([^)]+)\)", README) if "://" not in link]
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_dots_stand_for_any_text_and_nothing_else_does() -> None:
    assert matches("a ... d\n...\ne", "a  b c  d\nx\ny\ne\n")
    assert not matches("a.b", "axb")
    assert not matches("a ...", "b")
