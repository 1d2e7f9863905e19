"""Bytes to text: UTF-8, or UTF-16 and UTF-32 where a byte order mark says so."""

import codecs

from kg.errors import InputError

LIMIT = 20_000_000
"""The longest article that is read, in bytes; a book has about one million."""

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
WIDE_MARKS = tuple(mark for mark, _ in _MARKS[1:])
"""The byte order marks of encodings in which a line end is more than one byte."""


def decode(data: bytes) -> str:
    """The text of ``data``, without byte order mark. Raises InputError."""
    if len(data) > LIMIT:
        raise InputError(f"is larger than {LIMIT // 1_000_000} MB, the most an article may be")
    mark, encoding = _encoding(data)
    body = data[len(mark) :]
    if encoding == "utf-8" and b"\0" in body:
        raise InputError(f"is binary, not text (a NUL byte at byte {data.index(0)})")
    try:
        text = body.decode(encoding)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        where = f"byte {len(mark) + error.start}" + (f", line {line}" if b"\n" in body else "")
        raise InputError(f"is not valid {encoding.upper()} at {where}") from None
    if not text.strip("\ufeff\0 \t\r\n\f\v\u00a0"):
        raise InputError("is empty")
    return text


def encodable(text: str) -> str:
    """``text`` with lone surrogates, which no encoding can write, replaced by U+FFFD."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _encoding(data: bytes) -> tuple[bytes, str]:
    """The byte order mark that ``data`` begins with and the encoding it stands for."""
    return next((pair for pair in _MARKS if data.startswith(pair[0])), (b"", "utf-8"))
