"""The lines of a plain text and what their shape tells: sentence, headline, list item."""

import re
from dataclasses import dataclass
from functools import cached_property

LONGEST_NOISE = 300
"""A line of more characters than this is a paragraph, whatever stands in it."""

_BULLET = re.compile(r"(?:[-–—*•·●▪■◆►▶»›+]|[→✓])\s+(?=\S)")
_AROUND = " .:;,-–—|\"'“”‘*"
_CLOSING = "\"'”’)]}»›*"
_STOPS = (".", "!", "?", "…", "؟", "۔", "。", "！", "？", "।")
_CUT = ("…", "...")
_INITIALS = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|Corp|Gen|Col|Dr|Mr|Mrs|No)\.$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DETERMINERS = _words("the a an his her their its our my this that these those")
_FINITE = _words(
    "is are was were has have had will would can could may might must shall should did does do said"
    " says told came went took made gave began left held met"
)
_SMALL = _words(
    "a an and as at but by for from in into nor of off on onto or over per so than the to up via vs"
    " with amid after before is are was were be its it not no"
)


@dataclass(frozen=True)
class Line:
    """A line, or a paragraph unwrapped, without blanks around it; ``bullet`` stood before it."""

    text: str
    bullet: str = ""

    @cached_property
    def words(self) -> list[str]:
        """The words, without numbers, of as much of the line as its shape needs."""
        return _WORD.findall(self.text[:2000])

    @cached_property
    def ends(self) -> bool:
        """Whether the line ends as a sentence does."""
        bare = self.text.rstrip(_CLOSING)
        if bare.endswith(_CUT) and len(self.words) < 10:
            return False
        return bare.endswith(_STOPS) and not _INITIALS.search(bare[-12:])

    @cached_property
    def capitals(self) -> float:
        """The share of capitalised words among those that a title in title case capitalises."""
        weighty = [word for word in self.words[1:] if word.lower() not in _SMALL]
        return sum(word[0].isupper() for word in weighty) / max(len(weighty), 1)

    @cached_property
    def is_title_case(self) -> bool:
        """Whether nearly every word that could have a capital has one."""
        return self.capitals >= 0.7

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the line is prose by its end, or too long for anything else."""
        if len(self.text) > LONGEST_NOISE:
            return True
        if self.ends:
            return not self.is_question and (len(self.words) < 4 or self.capitals < 0.85)
        return self.text.endswith((":", ";", ",")) and len(self.words) > 4 and self.capitals < 0.6

    @cached_property
    def is_passage(self) -> bool:
        """Whether the line is a sentence of a length that menus and links do not have."""
        return self.is_sentence and len(self.text) >= 80

    @cached_property
    def is_question(self) -> bool:
        """Whether the line is one short question, as headings are."""
        return self.text.endswith("?") and len(self.words) <= 10 and not self.text[:-1].count("?")

    @cached_property
    def reads_on(self) -> bool:
        """Whether the line reads as a sentence although no stop ends it."""
        low = {word.lower() for word in self.words}
        verb = low & _FINITE or any(word.endswith("ed") for word in low)
        prose = len(self.words) >= 10 and self.capitals < 0.5
        return self.is_sentence or bool(prose and verb and low & _DETERMINERS)

    @cached_property
    def key(self) -> str:
        """The line without case and marks around it, to see that two lines say the same."""
        return self.text.casefold().replace("’", "'").strip(_AROUND) or self.text

    @cached_property
    def content(self) -> frozenset[str]:
        """The beginnings of the words that tell what the line is about."""
        weighty = (word.lower() for word in self.words if len(word) > 3)
        return frozenset(word[:5] for word in weighty if word not in _SMALL | _FINITE)


def line_of(text: str) -> Line:
    """``text``, one line without blanks around it, as a Line."""
    bullet = _BULLET.match(text)
    return Line(text[bullet.end() :], bullet[0].rstrip()) if bullet else Line(text)
