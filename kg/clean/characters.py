"""Characters and markup: what a text holds that is no writing is dropped or made plain."""

import html
import re
import unicodedata

_MOJIBAKE = re.compile("â€[\u0080-\u2122]|[ÂÃÄÅ][\u0080-\u00bf\u0152-\u2122]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_AMPERSANDS = re.compile(r"&(?:amp;)+")
_TAG = re.compile(r"<(?:(/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,2000})?/?|!--[^<>]{0,2000}--)>")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_HIDDEN = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_INLINE = _words(
    "a abbr b bdi bdo big cite code data del dfn em font i img input ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var wbr"
)
_BREAKING = _words(
    "address article aside blockquote body br button caption center dd details div dl dt figcaption"
    " figure footer form h1 h2 h3 h4 h5 h6 head header hr html li main nav ol option p picture pre"
    " section select summary table tbody td textarea tfoot th thead title tr ul video audio"
    " source link meta"
)
_LINE_ENDS = re.compile("\r\n|[\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = re.compile("[^\\S\n]+")
_UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_UNPAIRED = re.compile("[\ud800-\udfff]")


def plain(text: str) -> str:
    """``text`` in NFC with ``\\n`` line ends, single blanks, and neither markup nor entities."""
    repaired = _MOJIBAKE.sub(_repair, text)
    unescaped = _ENTITY.sub(lambda found: html.unescape(found[0]), _AMPERSANDS.sub("&", repaired))
    return unicodedata.normalize("NFC", _characters(_without_tags(unescaped)))


def _repair(found: re.Match[str]) -> str:
    """UTF-8 that was read as Windows-1252, read right; anything else as it stood."""
    try:
        return b"".join(map(_byte, found[0])).decode("utf-8")
    except UnicodeError:
        return found[0]


def _byte(char: str) -> bytes:
    """The byte of Windows-1252; its five unused ones came through as control characters."""
    return bytes([ord(char)]) if ord(char) < 0x100 else char.encode("cp1252")


def _without_tags(text: str) -> str:
    """``text`` without HTML tags and what stands in scripts; tags of blocks end a line."""
    parts = []
    at = 0
    hidden = ""
    for tag in _TAG.finditer(text):
        name = (tag[2] or "").lower()
        if hidden and not (tag[1] and name == hidden):
            continue
        gap = _gap(tag, name)
        if gap is None:
            continue
        if not hidden:
            parts.append(text[at : tag.start()])
        parts.append(gap)
        at = tag.end()
        hidden = name if name in _HIDDEN and not tag[1] else ""
    return "".join(parts) + text[at:]


def _gap(tag: re.Match[str], name: str) -> str | None:
    """What takes the place of a tag; None where it is no tag of HTML."""
    if name in _BREAKING or name in _HIDDEN:
        return "\n"
    return "" if name in _INLINE or not name else None


def _characters(text: str) -> str:
    lines = _LINE_ENDS.sub("\n", text)
    return _BLANKS.sub(" ", _UNSEEN.sub("", _UNPAIRED.sub("\ufffd", lines)))
