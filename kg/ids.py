"""Stable ids: the same words give the same id, on any machine and in any order."""

import hashlib
import json


def stable_id(kind: str, *parts: object) -> str:
    """``kind`` and 16 hexadecimal digits (64 bits) of a hash of ``parts``: JSON values."""
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{kind}:{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def entity_key(kind: str, name: str, country: str | None) -> str:
    """The key of an entity that the gazetteer does not know: ``person/-/Ana Kole``."""
    return f"{kind}/{country or '-'}/{name}"


def key_parts(key: str) -> tuple[str, str, str | None] | None:
    """Kind, name and country of such a key; None for a key of the gazetteer (``country:PAK``)."""
    kind, _, rest = key.partition("/")
    country, slash, name = rest.partition("/")
    if not slash or ":" in kind:
        return None
    return kind, name, None if country == "-" else country


def entity_id(key: str) -> str:
    """The id of the entity of either sort of key."""
    return stable_id("entity", *(key_parts(key) or (key,)))


def text_hash(text: str) -> str:
    """A hash of a text, to see whether an article has changed."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
