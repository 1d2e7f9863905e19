"""Where a verb finds its graph, and the options that stand before every verb."""

from contextlib import AbstractContextManager, closing
from dataclasses import dataclass

from kg.config import load_settings
from kg.stores import open_store
from kg.stores.base import GraphStore


@dataclass(frozen=True, slots=True)
class Common:
    """The options before the verb; ``store`` is an address, None for that of the settings."""

    store: str | None
    debug: bool


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
