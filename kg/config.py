"""Settings from the environment and ``.env``; nothing else in kg reads either."""

import os
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values

from kg.errors import ConfigError

DEFAULT_STORE = "./kg.db"


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the graph is kept; ``user``, ``password`` and ``database`` count for a server alone."""

    store: str = DEFAULT_STORE
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"


def read_settings(folder: Path = Path()) -> Settings:
    """``KG_STORE``, ``KG_USER``, ``KG_PASSWORD``, ``KG_DATABASE``, from ``.env`` in ``folder`` too.

    The environment wins; a setting that is empty counts as not given. Raises ConfigError where .env
    is no UTF-8 text.
    """
    path = folder / ".env"
    try:
        told = dotenv_values(path, interpolate=False) | dict(os.environ)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read as UTF-8 text; correct or remove it.") from error
    return Settings(
        store=told.get("KG_STORE") or DEFAULT_STORE,
        user=told.get("KG_USER") or "neo4j",
        password=told.get("KG_PASSWORD") or None,
        database=told.get("KG_DATABASE") or "neo4j",
    )
