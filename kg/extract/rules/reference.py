"""What an article has named so far, for pronouns, "the group", "both countries" and surnames.

Every look-up takes the offset of the words that refer back and answers with what stands before them.
A reading that the text leaves open is given with less confidence, or not at all.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.records import Mention

Reading = tuple[Mention, float]

_STATES = {"country"}
_SPOTS = {"province", "city", "region"}
_BODIES = {"country", "organization", "armed_group", "institution"}
_GROUP_WORDS = {
    "group",
    "movement",
    "militia",
    "organization",
    "organisation",
    "outfit",
    "faction",
    "rebel",
}
_INSTITUTION_WORDS = {
    "ministry",
    "department",
    "agency",
    "court",
    "office",
    "army",
    "police",
    "bureau",
}
_PAIR_WORDS = {
    "side", "country", "nation", "neighbor", "neighbour", "party", "government", "state", "army", "power",
}  # fmt: skip
_PAIR_MARKS = {"two", "both"}


@dataclass(frozen=True, slots=True)
class Seen:
    """A name where it stood: ``sentence`` is the offset of its sentence, ``subject`` its role there."""

    mention: Mention
    sentence: int
    subject: bool
    plural: bool


@dataclass(slots=True)
class Memory:
    """The names of one article in order, and who holds which office in it."""

    seen: list[Seen] = field(default_factory=list)
    holders: dict[tuple[str, str | None], Mention] = field(default_factory=dict)
    offices: dict[str, str | None] = field(default_factory=dict)
    accusations: list[tuple[Mention, tuple[Mention, ...], str]] = field(default_factory=list)
    speakers: list[tuple[int, Mention]] = field(default_factory=list)
    here: int = 0

    def note(self, seen: Iterable[Seen]) -> None:
        """Take in the names of an article, in the order of the text."""
        self.seen += seen

    def full_name(self, mention: Mention) -> Mention:
        """A person under the fullest name that the article gives and that ends or begins in this one."""
        mention = replace(mention, country=mention.country or self.offices.get(mention.name))
        if mention.kind != "person" or mention.key is not None:
            return mention
        words = mention.name.split()
        fuller = {
            s.mention.name: s.mention
            for s in self.seen
            if s.mention.kind == "person" and len(s.mention.name.split()) > len(words)
            and _part_of(words, s.mention.name.split())
        }  # fmt: skip
        if len(fuller) != 1:
            return mention
        full = next(iter(fuller.values()))
        country = full.country or self.offices.get(full.name)
        return replace(mention, name=full.name, country=country, key=full.key)

    def holder(self, office: str, country: str | None) -> Mention | None:
        """Who holds an office in this article; without a country, where only one such office is held."""
        if country is not None:
            return self.holders.get((office, country))
        held = {m.name: m for (name, _), m in self.holders.items() if name == office}
        return next(iter(held.values())) if len(held) == 1 else None

    def institution(self, name: str) -> Mention | None:
        """The last institution of this name with its country."""
        for seen in self._before():
            if seen.mention.kind == "institution" and seen.mention.name.startswith(f"{name} ("):
                return seen.mention
        return None

    def home(self) -> str | None:
        """The country (alpha-3) whose army, police or government is meant where none is named.

        That of a place in the same sentence, else the one that the article names most.
        """
        here = max((s.sentence for s in self.seen if s.sentence <= self.here), default=0)
        near = Counter(
            s.mention.country for s in self.seen if s.sentence == here and s.mention.kind in _SPOTS
        )
        for counts in (near, Counter(s.mention.country for s in self.seen)):
            del counts[None]
            found = counts.most_common(2)
            if found and (len(found) == 1 or found[0][1] > found[1][1]):
                return found[0][0]
        return None

    def last_speaker(self) -> list[Mention]:
        """The last to be quoted."""
        before = [m for at, m in self.speakers if at < self.here]
        return before[-1:]

    def pronoun(self, word: str) -> list[Reading]:
        """Whom a pronoun refers to, with confidence; nothing where the text leaves it open."""
        match word:
            case "he" | "she" | "him" | "her" | "his":
                return self._person()
            case "it" | "its":
                return self._latest(_BODIES, 0.65)
            case "they" | "them" | "their":
                return self._latest(_BODIES | {"group"}, 0.5)
            case "i" | "we" | "us" | "our" | "my":
                return [(m, 0.6) for m in self.last_speaker()]
            case _:
                return []

    def _person(self) -> list[Reading]:
        people = [s for s in self._before() if s.mention.kind == "person"]
        if not people:
            return []
        last = people[0].sentence
        near = [s for s in people if s.sentence == last]
        subjects = [s for s in near if s.subject]
        chosen = subjects[-1] if subjects else near[0]
        alone = len({s.mention.name for s in near}) == 1
        return [(self.full_name(chosen.mention), 0.85 if alone or subjects else 0.55)]

    def _latest(self, kinds: set[str], sure: float) -> list[Reading]:
        """The subject of the sentence the pronoun stands in or the one before it, else the last name."""
        near = [s for s in self._before() if s.mention.kind in kinds]
        if not near:
            return []
        last = near[0].sentence
        subjects = [s for s in near if s.sentence == last and s.subject]
        return [(subjects[0].mention, sure)] if subjects else [(near[0].mention, sure - 0.15)]

    def phrase(self, token: Token) -> list[Reading]:
        """What ``the two sides``, ``both countries``, ``the group`` refer to."""
        marks = {c.lower_ for c in token.children}
        if token.lemma_ in _PAIR_WORDS and marks & _PAIR_MARKS:
            return self.pair()
        if token.lemma_ in _GROUP_WORDS and marks & {"the", "this"}:
            return self._latest({"armed_group"}, 0.7)
        if token.lemma_ in _INSTITUTION_WORDS and marks & {"the", "this"}:
            return self._latest({"institution"}, 0.85)
        if token.lemma_ in {"country", "nation"} and (owner := _possessive(token)):
            people = self._person() if owner in {"his", "her"} else []
            return [(m, 0.7) for p, _ in people for m in self._country_of(p)]
        return []

    def _country_of(self, person: Mention) -> list[Mention]:
        code = person.country or self.offices.get(person.name)
        return [
            s.mention
            for s in self.seen
            if s.mention.kind == "country" and s.mention.country == code
        ][:1]

    def pair(self) -> list[Reading]:
        """The two countries, or else bodies, named most before this point."""
        for kinds in (_STATES, _BODIES):
            named = [s.mention for s in self._before() if s.mention.kind in kinds]
            counts = Counter(m.name for m in named).most_common(3)
            if len(counts) < 2 or (len(counts) == 3 and counts[2][1] == counts[1][1]):
                continue
            pair = sorted(name for name, _ in counts[:2])
            return [(next(m for m in named if m.name == name), 0.7) for name in pair]
        return []

    def _before(self) -> list[Seen]:
        """The names before the present point, the latest first."""
        return [s for s in reversed(self.seen) if s.mention.start < self.here]


def _part_of(words: list[str], full: list[str]) -> bool:
    return full[-len(words) :] == words or full[: len(words)] == words


def _possessive(token: Token) -> str | None:
    return next((c.lower_ for c in token.children if c.tag_ == "PRP$"), None)
