"""What an article has named so far."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from kg.records import Mention

_SPOTS = {"province", "city", "region"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A name where it stood: ``sentence`` is the offset of its sentence, ``subject`` its role."""

    mention: Mention
    sentence: int
    subject: bool


@dataclass(slots=True)
class Memory:
    """The names of one article in order, who holds which office in it, and who is quoted.

    ``here`` is the offset that is being read: what refers back refers to what stands before it.
    ``holders`` are people by office and country (alpha-3), ``offices`` countries by person.
    """

    seen: list[Seen] = field(default_factory=list)
    holders: dict[tuple[str, str | None], Mention] = field(default_factory=dict)
    offices: dict[str, str | None] = field(default_factory=dict)
    speakers: list[tuple[int, Mention]] = field(default_factory=list)
    here: int = 0

    def note(self, seen: Iterable[Seen]) -> None:
        """Take in the names of an article, in the order of the text."""
        for name in seen:  # a later name of a sentence is read by the earlier ones
            self.seen.append(name)

    def before(self) -> list[Seen]:
        """The names before the present point, the latest first."""
        return [s for s in reversed(self.seen) if s.mention.start < self.here]

    def full_name(self, mention: Mention) -> Mention:
        """A person under the one fuller name that the article gives, with the country served."""
        mention = replace(mention, country=mention.country or self.offices.get(mention.name))
        if mention.kind != "person" or mention.key is not None:
            return mention
        fuller = {s.mention.name: s.mention for s in self.seen if _fuller(s.mention, mention)}
        by_surname = {n: m for n, m in fuller.items() if n.split()[-1] == mention.name.split()[-1]}
        fuller = by_surname or fuller
        if len(fuller) != 1:
            return mention
        full = next(iter(fuller.values()))
        country = full.country or self.offices.get(full.name)
        return replace(mention, name=full.name, country=country, key=full.key)

    def holder(self, office: str, country: str | None) -> Mention | None:
        """Who holds an office in this article; without a country, who alone does, or at home."""
        if country is not None:
            return self.holders.get((office, country))
        held = {m.name: m for (name, _), m in self.holders.items() if name == office}
        alone = next(iter(held.values())) if len(held) == 1 else None
        return alone or self.holders.get((office, self.home()))

    def institution(self, name: str) -> Mention | None:
        """The last institution of this name with its country."""
        named = (s.mention for s in self.before() if s.mention.kind == "institution")
        return next((m for m in named if m.name.startswith(f"{name} (")), None)

    def home(self) -> str | None:
        """The country (alpha-3) whose army, police or government is meant where none is named.

        That of a place in the same sentence, else the one that the article names most.
        """
        here = self.sentence()
        near = [s for s in self.seen if s.sentence == here and s.mention.kind in _SPOTS]
        return _most_named(near) or _most_named(self.seen)

    def sentence(self) -> int:
        """The offset of the sentence that is being read, or of the last one that has names."""
        return max((s.sentence for s in self.seen if s.sentence <= self.here), default=0)

    def last_speaker(self) -> list[Mention]:
        """The last to be quoted, if any."""
        return [m for at, m in self.speakers if at < self.here][-1:]


def _most_named(seen: Iterable[Seen]) -> str | None:
    """The country named most often, where one alone is."""
    counts = Counter(s.mention.country for s in seen if s.mention.country is not None)
    found = counts.most_common(2)
    alone = found and (len(found) == 1 or found[0][1] > found[1][1])
    return found[0][0] if alone else None


def _fuller(full: Mention, short: Mention) -> bool:
    """Whether one name of a person begins or ends in the other: ``Ana Diaz`` in ``Diaz``."""
    whole, part = full.name.split(), short.name.split()
    if full.kind != "person" or len(whole) <= len(part):
        return False
    return part in (whole[-len(part) :], whole[: len(part)])
