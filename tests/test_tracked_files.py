"""What no file of the repository may hold: it speaks of the product alone."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~-])/(?:root|work|home/\w|Users/\w|opt/wheels)/",
    "a registry's host": r"pypi\.org|pythonhosted|npmjs\.|proxy\.golang|repo1?\.maven|crates\.io",
    "a word on how it was written": r"(?i)co-authored-by|chatgpt|sub-?agent|ai-written",
}


def tracked() -> list[Path]:
    """The files that git knows of but this one; skipped where there is no working copy."""
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False, text=True
    )
    if listed.returncode:
        pytest.skip("this folder is no git working copy")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    return [path for path in files if path.is_file() and path != Path(__file__)]


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    found = []
    for path in tracked():
        text = path.read_text(encoding="utf-8", errors="replace")
        for number, line in enumerate(text.splitlines(), 1):
            if re.search(FORBIDDEN[what], line):
                found.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert found == []


def test_only_tests_look_beside_the_repository() -> None:
    outside = [
        p for p in tracked() if "../shared" in p.read_text(encoding="utf-8", errors="replace")
    ]
    assert [p for p in outside if "tests" not in p.relative_to(ROOT).parts] == []
