"""Where labels are, and the articles they are about."""

from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
GOLD = Path(__file__).parent / "gold"
SHARED = ROOT.parent / "shared" / "gold"
"""Labels that are kept beside the repository; not at hand everywhere."""


@dataclass(frozen=True, slots=True)
class GoldSet:
    """Labels, the articles they are about, and other names accepted for a name."""

    labels: Path
    articles: Path
    aliases: Path | None = None

    @property
    def at_hand(self) -> bool:
        """Whether the files are there."""
        return self.labels.exists() and self.articles.exists()


def half(name: str) -> GoldSet:
    """A set of tests/gold."""
    return GoldSet(GOLD / f"{name}_claims.jsonl", GOLD / f"{name}.jsonl", GOLD / "aliases.json")


def incidents(name: str) -> GoldSet:
    """A half of the labelled incidents of tests/gold."""
    return GoldSet(GOLD / f"incidents_{name}_labels.jsonl", GOLD / f"incidents_{name}.jsonl")


SETS = {
    "dev": half("dev"),
    "dev_articles": half("dev_articles"),
    "heldout": half("heldout"),
    "heldout_articles": half("heldout_articles"),
    "dev_more": half("dev_more"),
    "dev_more_articles": half("dev_more_articles"),
    "sealed": half("sealed"),
    "sealed_articles": half("sealed_articles"),
    "incidents_dev": incidents("dev"),
    "incidents_heldout": incidents("heldout"),
    "incidents_sealed": incidents("sealed"),
    "seeds": GoldSet(SHARED / "seed_claims.jsonl", ROOT / "seeds", SHARED / "aliases.json"),
    "plover": GoldSet(SHARED / "plover_gsr.jsonl", SHARED / "plover_gsr.jsonl"),
}
"""By the name that tests/floors.toml uses."""
