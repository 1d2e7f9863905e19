"""A paragraph with its names, and how mentions are made of its words."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from spacy.tokens import Token

from kg.extract.rules import home
from kg.extract.rules.found import Found
from kg.extract.rules.memory import Memory
from kg.extract.rules.names import Name
from kg.ontology.gazetteer import Entry, Gazetteer
from kg.records import Mention


@dataclass(frozen=True, slots=True)
class Passage:
    """One paragraph: ``names`` by token, ``offset`` in the document, ``memory`` of the article.

    ``parties`` are those read so far in a sentence, by token: many triggers ask for the same.
    """

    names: Mapping[int, Name]
    offset: int
    gazetteer: Gazetteer
    memory: Memory
    parties: dict[int, list[Found]] = field(default_factory=dict)

    def name(self, name: Name, token: Token) -> Mention:
        """A name as it stands there: a capital is a city."""
        span = token.doc[name.first : name.last]
        start, text = self.offset + span.start_char, span.text
        end = start + len(text)
        return Mention(text, start, end, name.name, name.kind, name.country, name.key)

    def actor(self, name: Name, token: Token) -> Mention:
        """A name as a party: a capital stands for its government, a surname for the full name."""
        return self.memory.full_name(self.name(self.as_country(name), token))

    def as_country(self, name: Name) -> Name:
        """The country whose capital this is; any other name unchanged."""
        if not name.capital_of:
            return name
        entry = self.gazetteer.country(name.capital_of)
        return replace(
            name,
            name=entry.name,
            kind="country",
            country=entry.country,
            key=entry.key,
            capital_of=None,
        )

    def home(self) -> Entry | None:
        """The country whose forces or bodies are meant where none is named."""
        return self.country(home.at_scene(self.memory))

    def country(self, code: str | None) -> Entry | None:
        """The country of a code (ISO 3166 alpha-3)."""
        return self.gazetteer.country(code) if code else None

    def made(
        self, token: Token, name: str, kind: str, country: str | None, key: str | None = None
    ) -> Mention:
        """What the phrase of ``token`` stands for, under its words."""
        text, start = self.wording(token)
        return Mention(text, start, start + len(text), name, kind, country, key)

    def referred(self, mention: Mention, token: Token) -> Mention:
        """What ``token`` refers back to: by its own words, unless a pronoun's name is near."""
        if token.pos_ == "PRON" and mention.start >= self.offset + token.sent.start_char:
            return mention
        text, start = self.wording(token)
        return replace(mention, text=text, start=start, end=start + len(text))

    def wording(self, token: Token) -> tuple[str, int]:
        """The words of a phrase up to its head, without articles, and their offset."""
        first = min([token.i, *(t.i for t in token.lefts if t.dep_ != "punct")])
        while first < token.i and token.doc[first].pos_ == "DET":
            first += 1
        span = token.doc[first : token.i + 1]
        return span.text, self.offset + span.start_char
