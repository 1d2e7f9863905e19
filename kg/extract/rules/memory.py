"""What an article has named so far."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import lru_cache

from kg.extract.rules.antecedents import Party
from kg.records import Mention, When

_NAMED = {"armed_group", "organization"}
_ARTICLE = re.compile("^(?:[ae]l|as|ash|ad|an|ar|at|az)-", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Seen:
    """A name where it stood: offsets of its sentence and paragraph, and whether it is a subject."""

    mention: Mention
    sentence: int
    subject: bool
    paragraph: int


@dataclass(slots=True)
class Memory:
    """The names of one article in order, who holds which office in it, and who is quoted.

    ``here`` is the offset that is being read: what refers back refers to what stands before it.
    ``holders`` are people by office and country (alpha-3), ``offices`` countries by person,
    ``bodies`` whom a person leads or serves,
    ``pairs`` who "both sides" were so far, ``dateline`` the country that the report was sent from,
    ``told`` people told of by an office or a pronoun, ``men`` and ``women`` whom "he" and "she"
    were, ``dates`` the date words with their offset and that of their paragraph.
    """

    starts: list[tuple[int, int]] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    pairs: list[tuple[int, list[str]]] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    holders: dict[tuple[str, str | None], Mention] = field(default_factory=dict)
    offices: dict[str, str | None] = field(default_factory=dict)
    bodies: dict[str, Mention] = field(default_factory=dict)
    speakers: list[tuple[int, Mention]] = field(default_factory=list)
    dates: list[tuple[int, int, When]] = field(default_factory=list)
    told: list[Seen] = field(default_factory=list)
    men: set[str] = field(default_factory=set)
    women: set[str] = field(default_factory=set)
    dateline: str | None = None
    here: int = 0

    def begin(self, sentence: int, paragraph: int) -> None:
        """Take in where the next sentence of the article and its paragraph start."""
        self.starts.append((sentence, paragraph))

    def note(self, seen: Iterable[Seen]) -> None:
        """Take in the names of an article, in the order of the text."""
        for name in seen:  # a later name of a sentence is read by the earlier ones
            self.seen.append(name)

    def before(self) -> list[Seen]:
        """The names before the present point, the latest first."""
        return [s for s in reversed(self.seen) if s.mention.start < self.here]

    def people(self) -> list[Seen]:
        """The people told of before the present point, by name or not, the latest first."""
        told = [s for s in (*self.seen, *self.told) if s.mention.kind == "person"]
        before = (s for s in told if s.mention.start < self.here)
        return sorted(before, key=lambda s: -s.mention.start)

    def full_name(self, mention: Mention) -> Mention:
        """A person under the one fuller name that the article gives, with the country served.

        So a body by the last word of its name: ``the Tigers``.
        """
        if mention.country is None and (served := self.offices.get(mention.name)):
            mention = replace(mention, country=served)
        if mention.kind == "organization" and mention.key is None:
            return self._body(mention)
        if mention.kind != "person" or mention.key is not None:
            return mention
        fuller = {s.mention.name: s.mention for s in self.seen if _fuller(s.mention, mention)}
        by_surname = {n: m for n, m in fuller.items() if _parts(n)[-1] == _parts(mention.name)[-1]}
        fuller = by_surname or fuller
        if len(fuller) != 1:
            return mention
        full = next(iter(fuller.values()))
        country = full.country or self.offices.get(full.name)
        return replace(mention, name=full.name, country=country, key=full.key)

    def _body(self, mention: Mention) -> Mention:
        """The one body told of before in whose name a single word stands."""
        bodies = (s.mention for s in self.before() if s.mention.kind in _NAMED)
        fuller = {m.name: m for m in bodies if mention.name in m.name.split()[1:]}
        full = next(iter(fuller.values())) if len(fuller) == 1 else mention
        return replace(mention, name=full.name, kind=full.kind, country=full.country, key=full.key)

    def institution(self, name: str) -> Mention | None:
        """The last institution of this name with its country."""
        named = (s.mention for s in self.before() if s.mention.kind == "institution")
        return next((m for m in named if m.name.startswith(f"{name} (")), None)

    def sentence(self) -> int:
        """The offset of the sentence that is being read."""
        return self._start()[0]

    def paragraph(self) -> int:
        """The offset of the paragraph that is being read."""
        return self._start()[1]

    def _start(self) -> tuple[int, int]:
        return max((start for start in self.starts if start[0] <= self.here), default=(0, 0))

    def last_speaker(self) -> list[Mention]:
        """The last to be quoted, if any."""
        return [m for at, m in self.speakers if at < self.here][-1:]


def _fuller(full: Mention, short: Mention) -> bool:
    """Whether one name of a person holds the other: ``Ana Diaz`` of ``Diaz``."""
    if full.kind != "person":
        return False
    whole, part = _parts(full.name), _parts(short.name)
    if len(whole) <= len(part):
        return False
    return part in (whole[-len(part) :], whole[: len(part)]) or (
        len(part) == 1 and part[0] in whole
    )


@lru_cache(maxsize=4096)
def _parts(name: str) -> tuple[str, ...]:
    """The words of a name, without the article of ``al-Serraj``."""
    return tuple(
        word.removeprefix("al-").removeprefix("Al-").removeprefix("el-") for word in name.split()
    )
