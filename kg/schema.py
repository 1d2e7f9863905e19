"""The graph, declared once: constraints, writes and docs/schema.md come from here.

Labels of a node follow from its id and never change; an entity's follow from its kind.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

PropertyType = Literal["string", "integer", "float", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Property:
    """A property of a node or relationship; ``date`` values travel as ISO strings."""

    name: str
    type: PropertyType
    about: str


@dataclass(frozen=True, slots=True)
class NodeType:
    """A label under which ``id`` is unique, with its properties.

    Nodes are looked up by the properties that are ``indexed``.
    """

    label: str
    about: str
    properties: tuple[Property, ...]
    indexed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class EdgeType:
    """A relationship type between two labels; a type may join several pairs of labels."""

    type: str
    start: str
    end: str
    about: str
    properties: tuple[Property, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """All node and edge types of a graph, and the further labels that entities of a kind carry."""

    nodes: tuple[NodeType, ...]
    edges: tuple[EdgeType, ...]
    kinds: tuple[tuple[str, tuple[str, ...]], ...]


KIND_LABELS: dict[str, tuple[str, ...]] = {
    "country": ("Actor", "Place", "Country"),
    "person": ("Actor", "Person"),
    "organization": ("Actor", "Organization"),
    "armed_group": ("Actor", "ArmedGroup"),
    "institution": ("Actor", "Institution"),
    "group": ("Actor", "Group"),
    "province": ("Place", "Province"),
    "city": ("Place", "City"),
    "region": ("Place", "Region"),
    "place": ("Place",),
}
"""The labels beside ``Entity`` for each kind of entity."""

WORDED = frozenset({"country", "group", "institution"})
"""Kinds whose names come from lists and rules, so that each has one spelling."""


def _props(text: str) -> tuple[Property, ...]:
    """Properties written one a line as ``name type about``."""
    found = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, kind, about = line.split(maxsplit=2)
        assert kind in PropertyType.__args__, kind  # type: ignore[attr-defined]
        found.append(Property(name, kind, about))  # type: ignore[arg-type]
    return tuple(found)


NODES = (
    NodeType(
        "Article",
        "A text that was read.",
        _props("""
        id         string   the id given, the URL, or the path of the file
        title      string   headline, where there is one
        url        string   address, where known
        source     string   publisher, where known
        published  date     day of publication, where known
        language   string   ISO 639-1 code, where known
        text       string   the cleaned text, which all offsets count in
        hash       string   hash of the cleaned text
        minhash    string   MinHash of its runs of words, in hexadecimal digits, to find copies
        extractor  string   versions of the extractors, the ontology and the model that read it
        """),
    ),
    NodeType(
        "Sentence",
        "A sentence of a paragraph.",
        _props("""
        id       string   hash of article and offsets
        article  string   id of the article
        index    integer  number within the article, from 0
        text     string   the words
        start    integer  offset of the first character
        end      integer  offset behind the last character
        """),
    ),
    NodeType(
        "Claim",
        "One thing that one party does, says or is, as one sentence tells it.",
        _props("""
        id            string   hash of what was said, and where
        article       string   id of the article
        relation      string   relation of the ontology
        event_type    string   PLOVER type; none for lasting relations
        mode          string   PLOVER mode
        status        string   asserted, alleged, denied, negated, planned or conditional
        date_start    date     first day, where known
        date_end      date     last day, where known
        date_text     string   the date words
        killed_min    integer  killed, at least
        killed_max    integer  killed, at most
        injured_min   integer  injured, at least
        injured_max   integer  injured, at most
        title         string   office or role, for HOLDS_OFFICE and LEADS
        confidence    float    0 to 1
        trigger       string   the word or words that state it
        start         integer  offset of the trigger
        end           integer  offset behind the trigger
        extractor     string   name and version of the extractor
        rule          string   the entry of the lexicon that fired
        """),
    ),
    NodeType(
        "Entity",
        "A country, person, organisation, armed group or place.",
        _props("""
        id       string   hash of kind, name and country
        name     string   the gazetteer's name or a decision's, else what most claims call it
        kind     string   kind of entity
        country  string   ISO 3166 alpha-3 code, where known
        key      string   the gazetteer's key, else kind/country/name in one spelling for all
        also     string   keys of what decisions joined with it (a JSON list), where there are any
        given    string   the name that a decision gives it, where one does
        decisions string  numbers of the decisions that shape it (a JSON list), where there are any
        """),
    ),
    NodeType(
        "Event",
        "A happening that one or more claims tell of.",
        _props("""
        id          string   hash of the smallest id of its claims
        relation    string   relation of the ontology that most of its claims tell
        event_type  string   PLOVER type
        mode        string   PLOVER mode
        block       string   the claims it is compared with: family, country, month
        date_start  date     first day by its claims, where known
        date_end    date     last day by its claims, where known
        killed_min  integer  killed, lowest count of its claims
        killed_max  integer  killed, highest count of its claims
        injured_min integer  injured, lowest count of its claims
        injured_max integer  injured, highest count of its claims
        claims      integer  number of claims about it
        articles    integer  number of articles that tell of it
        independent integer  number of these that are no copies of one another
        contested   boolean  whether a claim denies it or disputes a claim about it
        """),
        indexed=("block",),
    ),
)

_WORDS = _props("""
    text   string   the words that stood there
    start  integer  offset of the first character
    end    integer  offset behind the last character
    name   string   the full name as the article spells it, where the gazetteer has none
    own    string   where decisions join: [key, text, start, end, name] of each named (JSON)
    """)

_YEARS = _props("""
    since  integer  first year, where known
    until  integer  last year, where known; none for what goes on
    """)

EDGES = (
    EdgeType("HAS_SENTENCE", "Article", "Sentence", "The article's sentences."),
    EdgeType("STATED_IN", "Claim", "Sentence", "The sentence that states the claim."),
    EdgeType("SAID_BY", "Claim", "Entity", "To whom the article ascribes the claim.", _WORDS),
    EdgeType("SOURCE", "Claim", "Entity", "Who acts.", _WORDS),
    EdgeType("TARGET", "Claim", "Entity", "Who is acted upon.", _WORDS),
    EdgeType("IN", "Claim", "Entity", "Where.", _WORDS),
    EdgeType("ABOUT", "Claim", "Event", "The happening that the claim tells of."),
    EdgeType("DISPUTES", "Claim", "Claim", "A denial and the claim whose content it denies."),
    EdgeType("SOURCE", "Event", "Entity", "Who acts."),
    EdgeType("TARGET", "Event", "Entity", "Who is acted upon."),
    EdgeType("IN", "Event", "Entity", "Where."),
    EdgeType("WITHIN", "Entity", "Entity", "The country or province that a place lies in."),
    EdgeType(
        "BACKGROUND_PART_OF",
        "Entity",
        "Entity",
        "The party that it is part of, as the gazetteer tells and no claim.",
        _YEARS,
    ),
    EdgeType(
        "BACKGROUND_SPLINTER_OF",
        "Entity",
        "Entity",
        "The party that it broke away from, as the gazetteer tells and no claim.",
        _YEARS,
    ),
    EdgeType(
        "BACKGROUND_ALLIED_WITH",
        "Entity",
        "Entity",
        "An ally, as the gazetteer tells and no claim; the direction says nothing.",
        _YEARS,
    ),
)

TIES = {
    "part_of": "BACKGROUND_PART_OF",
    "splinter_of": "BACKGROUND_SPLINTER_OF",
    "allied_with": "BACKGROUND_ALLIED_WITH",
}
"""The relationship type of each kind of tie that the gazetteer tells between two parties."""

BACKGROUND = ("WITHIN", *TIES.values())
"""Relationships between entities that the gazetteer makes; all others come from claims."""

SHORT_EDGE = _props("""
    claims    integer  number of claims
    articles  integer  number of articles
    asserted  integer  claims in the article's own voice or about the speaker's own acts
    alleged   integer  claims that a party makes of another
    denied    integer  claims that are denied
    negated   integer  claims that it did not happen
    planned   integer  claims of what is announced
    conditional integer claims of what depends on a condition
    first     date     first day of any claim, where known
    last      date     last day of any claim, where known
    title     string   office, for HOLDS_OFFICE
    """)


def graph_schema(relations: Iterable[str]) -> Schema:
    """The schema with one short edge type a relation of the ontology."""
    short = tuple(
        EdgeType(name, "Entity", "Entity", "Derived from claims of this relation.", SHORT_EDGE)
        for name in sorted(relations)
    )
    return Schema(NODES, EDGES + short, tuple(sorted(KIND_LABELS.items())))
