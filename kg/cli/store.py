"""Where a verb finds its graph, and the options that stand before every verb."""

from contextlib import AbstractContextManager, closing
from dataclasses import dataclass
from pathlib import Path

from kg.config import load_settings
from kg.stores import open_store
from kg.stores.base import GraphStore


@dataclass(frozen=True, slots=True)
class Common:
    """The options before the verb; None stands for what the settings say."""

    store: str | None
    debug: bool
    decisions: Path | None = None


def graph_of(common: Common, *, create: bool = False) -> AbstractContextManager[GraphStore]:
    """The graph that the command is about; a missing one is an error unless ``create`` is true."""
    settings = load_settings()
    store = open_store(
        common.store or settings.store,
        user=settings.user,
        password=settings.password,
        database=settings.database,
        create=create,
    )
    return closing(store)


def decisions_path(common: Common) -> Path:
    """The file of decisions, beside the graph's folder unless options or settings name another."""
    settings = load_settings()
    address = common.store or settings.store
    beside = Path() if "://" in address else Path(address).parent
    return common.decisions or settings.decisions or beside / "decisions.jsonl"
