"""Stable ids: the same words give the same id, on any machine and in any order."""

import hashlib
import json


def stable_id(kind: str, *parts: object) -> str:
    """``kind`` and 16 hexadecimal digits (64 bits) of a hash of ``parts``: JSON values."""
    told = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return f"{kind}:{hashlib.blake2b(told.encode(), digest_size=8).hexdigest()}"


def text_hash(text: str) -> str:
    """A hash of a text, to see whether an article has changed."""
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
