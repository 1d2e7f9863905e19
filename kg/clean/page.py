"""The lines of an article to title, headings and paragraphs, without the headlines of others."""

from collections import Counter
from collections.abc import Iterator, Sequence, Set
from itertools import groupby

from kg.clean.lines import Line
from kg.clean.skip import is_related, vocabulary
from kg.records import BlockKind

Judged = tuple[BlockKind, Line]

_TITLE_WORDS = range(3, 31)


def take_title(lines: Sequence[Line], given: Line | None) -> tuple[Line | None, list[Line]]:
    """The title and the lines of the article; a title that was given may stand in them as well."""
    title = given or _title(lines)
    if title is None:
        return None, list(lines)
    top = 0 if given else lines.index(title)
    above = [line for line in lines[:top] if line.reads_on]
    return title, above + [line for line in lines[top:] if not _repeats(line, title)]


def _title(lines: Sequence[Line]) -> Line | None:
    """Of the lines above the first sentence, the first that fits and is about what follows."""
    ends = any(line.is_sentence for line in lines)
    first = next((i for i, x in enumerate(lines) if x.is_sentence or (not ends and x.reads_on)), 0)
    fitting = [x for x in lines[:first] if len(x.words) in _TITLE_WORDS and not x.bullet]
    about = vocabulary(lines[first:])
    return next((line for line in fitting if is_related(line, about)), next(iter(fitting), None))


def _repeats(line: Line, title: Line) -> bool:
    """Whether ``line`` is the title, be it without the name of the paper behind it."""
    start = len(line.words) > 3 and title.key.startswith(line.key)
    return not line.is_sentence and (start or line.key == title.key)


def judge(lines: Sequence[Line], counts: Counter[str]) -> list[Judged]:
    """Each line that belongs to the article with what it is, repetitions left out.

    ``counts`` has the keys of all lines of the page: a headline that stands on it twice is a link
    to another story. Where no line is prose by its shape, every line is taken for a paragraph.
    """
    told = list(_once(lines))
    prose = _prose(told)
    if not any(prose):
        return [("paragraph", line) for line in told]
    about = vocabulary(told)
    last = max(at for at, is_prose in enumerate(prose) if is_prose)
    judged: list[Judged] = []
    for is_prose, group in groupby(range(len(told)), key=prose.__getitem__):
        run = list(group)
        size = len(run) + (_CLOSING if run[0] > last else 0)
        if is_prose:
            judged += [("paragraph", told[at]) for at in run]
        else:
            own = (told[at] for at in run if not _is_foreign(told[at], size, about, counts))
            judged += [("heading", line) for line in own]
    return judged


def _once(lines: Sequence[Line]) -> Iterator[Line]:
    seen: set[str] = set()
    for line in lines:
        if line.key not in seen:
            seen.add(line.key)
            yield line


def _prose(lines: Sequence[Line]) -> list[bool]:
    """Whether each line is prose; so are the items of a list that a colon introduces."""
    found: list[bool] = []
    introduces = False
    for line in lines:
        item = introduces and bool(line.bullet) and not line.is_title_case
        found.append(item or line.is_sentence or (line.reads_on and not line.bullet))
        introduces = item or line.text.endswith(":")
    return found


_LIST = 3
_MENU = 5
_CLOSING = 1
"""Behind the last paragraph a headline counts for one more, as no text of its own follows it."""


def _is_foreign(line: Line, size: int, about: Set[str], counts: Counter[str]) -> bool:
    """Whether a line, in a run of ``size`` that are no prose, is of another story or of a menu."""
    if counts[line.key] > 1 or (size >= _LIST and (line.bullet or line.is_title_case)):
        return True
    if size >= _MENU and len(line.words) <= 3:
        return True
    return (line.is_title_case or size >= _MENU) and not is_related(line, about)
