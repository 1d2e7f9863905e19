"""The place and agency that a report opens with: ``KABUL, AFGHANISTAN –``, ``Aden (Reuters) -``."""

import re
from functools import cache

from kg.clean.boilerplate import boilerplate

_CAPITALS = r"[^\W\d_a-zß-öø-ÿ]['’]?[^\W\d_a-zß-öø-ÿ][^\W\d_a-zß-öø-ÿ.'’/ -]{1,38}"
_NAME = r"[^\W\d_a-zß-öø-ÿ][\w.'’-]{1,20}(?: [^\W\d_a-zß-öø-ÿ][\w.'’-]{0,20}){0,3}"
_MORE = (
    rf"(?:, ?{_NAME}| ?/ ?{_NAME}|, (?:\d{{1,2}} )?[A-Z][a-z]{{2,8}}\.? ?\d{{0,2}}(?:, \d{{4}})?)"
)
_DASH = r"\s*(?:[–—-]{1,2}|:)\s+"
_OPENS = r"(?=[\"'“‘]?[^\W_a-zß-öø-ÿ])"
_SECOND_DASH = re.compile(r"\s[–—-]{1,2}\s")
_OPENING = 250


def dateline_end(paragraph: str) -> int:
    """How many characters of ``paragraph`` are its dateline with the dash; 0 where it has none."""
    found = _dateline().match(paragraph[:_OPENING])
    if not found or found.end() == len(paragraph):
        return 0
    inserted = found["bare"] and _SECOND_DASH.search(paragraph[found.end() : _OPENING])
    return 0 if inserted else found.end()


@cache
def _dateline() -> re.Pattern[str]:
    agency = r"\((?:" + "|".join(map(re.escape, boilerplate().agencies)) + r")\)"
    return re.compile(
        rf"(?:{_CAPITALS}|{_NAME}){_MORE}{{0,3}} ?{agency}(?:{_DASH}|\s+){_OPENS}"
        rf"|{agency}{_DASH}{_OPENS}"
        rf"|(?P<bare>{_CAPITALS}{_MORE}{{0,3}}{_DASH}{_OPENS})"
    )
