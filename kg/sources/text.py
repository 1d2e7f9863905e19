"""Text files: one article each, with what the catalogue beside it knows."""

from collections.abc import Mapping
from typing import IO

from kg.errors import InputError
from kg.records import Article, Failure
from kg.sources.decode import LIMIT, decode


def read_text(
    file: IO[bytes], name: str, origin: str, known: Mapping[str, str | None], head: bytes = b""
) -> Article | Failure:
    """The article that ``head`` and the rest of ``file`` hold; its id is the URL or ``name``."""
    try:
        text = decode(head + file.read(LIMIT + 1))
    except InputError as error:
        return Failure(origin, str(error))
    return Article(id=known.get("url") or name, text=text, origin=origin, **known)
