"""Settings from the environment and ``.env``; nothing else in kg reads either."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dotenv import dotenv_values

from kg.errors import ConfigError

DEFAULT_STORE = "./kg.db"
_TRUTH = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Settings:
    """Where the graph is kept and how texts are read; None and empty stand for kg's own choice.

    ``user``, ``password`` and ``database`` count for a server alone. ``decisions`` is the file of
    decisions on who is who, ``by`` the name that is written beside new ones.
    """

    store: str = DEFAULT_STORE
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str = "neo4j"
    spacy_model: str | None = None
    extractors: tuple[str, ...] = ("rules",)
    gazetteers: tuple[Path, ...] = ()
    debug: bool = False
    decisions: Path | None = None
    by: str | None = None


def load_settings(
    env: Mapping[str, str] | None = None, dotenv: Path | None = Path(".env")
) -> Settings:
    """The settings that ``env`` (None: the process's own) and the file ``dotenv`` give.

    ``env`` wins; a setting that is empty counts as not given. Raises ConfigError where the file is
    no UTF-8 text or a value makes no sense.
    """
    told = _read(dotenv) | dict(os.environ if env is None else env)

    def first(*names: str) -> str | None:
        return next((told[name] for name in names if told.get(name)), None)

    return Settings(
        store=first("KG_STORE") or DEFAULT_STORE,
        user=first("KG_USER", "NEO4J_USER", "NEO4J_USERNAME") or "neo4j",
        password=first("KG_PASSWORD", "NEO4J_PASSWORD"),
        database=first("KG_DATABASE", "NEO4J_DATABASE") or "neo4j",
        spacy_model=first("KG_SPACY_MODEL"),
        extractors=_names(first("KG_EXTRACTORS") or "rules"),
        gazetteers=tuple(map(Path, filter(None, (first("KG_GAZETTEER") or "").split(os.pathsep)))),
        debug=_truth("KG_DEBUG", first("KG_DEBUG") or "no"),
        decisions=Path(decisions) if (decisions := first("KG_DECISIONS")) else None,
        by=first("KG_BY", "USER", "USERNAME"),
    )


def _read(path: Path | None) -> dict[str, str | None]:
    """The settings of a ``.env`` file, which need not exist; ``$`` stands for itself."""
    if path is None:
        return {}
    try:
        return dotenv_values(path, interpolate=False)
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path} cannot be read as UTF-8 text; correct or remove it.") from error


def _names(text: str) -> tuple[str, ...]:
    """Names apart from one another by commas or white space."""
    return tuple(text.replace(",", " ").split())


def _truth(name: str, text: str) -> bool:
    if text.lower() not in _TRUTH:
        raise ConfigError(f"{name} is {text}; set it to yes or no.")
    return _TRUTH[text.lower()]
