"""The values on the road from an article to the graph, in order of appearance.

Every record is frozen: a stage makes new ones and changes nothing upstream. All offsets count
characters of ``Document.text`` (the cleaned text), from ``start`` up to but not including ``end``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Value = str | int | float | bool | None | tuple["Value", ...] | Mapping[str, "Value"]
"""What a property, a parameter or a cell of a result table may be."""

BlockKind = Literal["paragraph", "heading"]
Status = Literal["asserted", "alleged", "denied", "negated", "planned", "conditional"]
STATUSES: tuple[Status, ...] = (
    "asserted",
    "alleged",
    "denied",
    "negated",
    "planned",
    "conditional",
)


@dataclass(frozen=True, slots=True)
class Article:
    """A text as a source gave it; ``origin`` is where it was read, for messages (``a.jsonl:3``)."""

    id: str
    text: str
    origin: str
    title: str | None = None
    url: str | None = None
    source: str | None = None
    published: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, file or line that was left out; ``reason`` follows ``origin``."""

    origin: str
    reason: str


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a document: a paragraph, which may state claims, or a heading, which may not."""

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """An article without page noise; ``text`` is what all later offsets count in."""

    article: Article
    title: str | None
    text: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a paragraph; ``index`` counts from 0 within its article."""

    article: str
    index: int
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """An actor, place or speaker as a claim names it.

    ``text`` are the words that stood there. ``name``, ``kind`` and ``country`` (ISO 3166 alpha-3 or
    None) are what the words refer to; ``entity`` is the id of that entity once it is resolved.
    ``key`` is the gazetteer's key where the gazetteer knew the name. ``named`` is the key of what
    the words name, and differs from the key of ``entity`` where a decision joined the two;
    ``called`` tells whether ``name`` counts for what the entity is called.
    """

    text: str
    start: int
    end: int
    name: str
    kind: str
    country: str | None = None
    key: str | None = None
    entity: str = ""
    named: str = ""
    called: bool = True


@dataclass(frozen=True, slots=True)
class When:
    """Date words with first and last day as ISO dates (None where unknown) and the rule used."""

    text: str
    start: str | None
    end: str | None
    rule: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count of people: ``kind`` is killed, injured ...; ``max`` None means no upper bound."""

    kind: str
    min: int
    max: int | None
    text: str


@dataclass(frozen=True, slots=True)
class Arcs:
    """The arcs of the parse that lead from the trigger to a party: "accused -dobj-> Rwanda"."""

    slot: str
    name: str
    path: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a claim is made: the ``file`` that holds its rule, and where its parties stand.

    ``status`` tells in words what decided the status and, with it, the speaker.
    """

    file: str
    arcs: tuple[Arcs, ...]
    status: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing that one party does, says or is, as one sentence of one article tells it.

    ``start`` and ``end`` are the offsets of the trigger. ``event_type`` and ``mode`` are PLOVER's,
    None for lasting relations. ``said_by`` is empty where the article itself says so. ``disputes``
    holds the ids of the claims whose content a denial denies. ``extractor`` is name and version of
    what found it, ``rule`` the entry of the lexicon that fired.
    ``explanation`` is there only where one was asked for.
    """

    id: str
    article: str
    sentence: Sentence
    relation: str
    event_type: str | None
    mode: str | None
    trigger: str
    start: int
    end: int
    status: Status
    confidence: float
    extractor: str
    rule: str = ""
    source: tuple[Mention, ...] = ()
    target: tuple[Mention, ...] = ()
    place: tuple[Mention, ...] = ()
    said_by: tuple[Mention, ...] = ()
    when: When | None = None
    quantities: tuple[Quantity, ...] = ()
    title: str | None = None
    disputes: tuple[str, ...] = ()
    explanation: Explanation | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing of the world: its labels in the graph follow from ``kind`` alone.

    ``key`` is the gazetteer's, or made of kind, country and name. ``also`` are the keys that
    decisions joined with it, ``decisions`` the numbers of those that shape it, ``given`` the name
    that the last of them gives.
    """

    id: str
    name: str
    kind: str
    country: str | None
    key: str
    also: tuple[str, ...] = ()
    decisions: tuple[int, ...] = ()
    given: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the claims that tell of it, by their ids, and what they come to.

    ``block`` is where its claims are compared with others. ``independent`` counts the articles
    that are no copies of one another. Days are ISO dates, None where no claim knows them.
    """

    id: str
    relation: str
    event_type: str
    mode: str | None
    source: tuple[str, ...] = ()
    target: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    block: str = ""
    claims: tuple[str, ...] = ()
    articles: int = 0
    independent: int = 0
    date_start: str | None = None
    date_end: str | None = None
    killed: tuple[int | None, int | None] = (None, None)
    injured: tuple[int | None, int | None] = (None, None)
    contested: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A node to upsert: its id is unique under ``label``; ``extra`` are all further labels."""

    label: str
    id: str
    properties: Mapping[str, Value] = field(default_factory=dict)
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edge:
    """A relationship to upsert: there is at most one of a type between two nodes."""

    type: str
    start_label: str
    start: str
    end_label: str
    end: str
    properties: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Statement:
    """A Cypher statement with its parameters."""

    cypher: str
    params: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GraphBatch:
    """What one batch of articles changes, all of it in one transaction.

    ``remove`` takes away, then come nodes and edges, then ``derive``, which recomputes what depends
    on claims of earlier batches as well.
    """

    nodes: tuple[Node, ...] = ()
    edges: tuple[Edge, ...] = ()
    derive: tuple[Statement, ...] = ()
    remove: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """The answer to a query: ``rows`` are as long as ``columns``."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
