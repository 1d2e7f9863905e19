"""How the tests of the sources read."""

import io
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.records import Article, Failure
from kg.sources import read

Reader = Callable[..., tuple[list[Article], list[Failure]]]


@pytest.fixture
def reading() -> Reader:
    """Reads paths, and ``stdin`` where it is named, to articles and failures."""

    def reading(*paths: str | Path, stdin: bytes = b"") -> tuple[list[Article], list[Failure]]:
        items = list(read([str(path) for path in paths], io.BytesIO(stdin)))
        articles = [item for item in items if isinstance(item, Article)]
        return articles, [item for item in items if isinstance(item, Failure)]

    return reading
