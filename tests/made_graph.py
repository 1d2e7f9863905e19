"""A small graph of an invented conflict, written out by hand, with every edge that queries read.

Norland and Sudria shell each other over Lakeside; Westia mediates. Short edges are counted here
from the claims, apart from the code that derives them in the product.
"""

from collections import defaultdict
from dataclasses import dataclass

from kg.ids import text_hash
from kg.records import STATUSES, Edge, GraphBatch, Node, Value
from kg.schema import KIND_LABELS

RELATIONS = (
    "ACCUSES",
    "AGREES_CEASEFIRE",
    "ATTACKS",
    "CLOSES_BORDER",
    "CONDEMNS",
    "DEMANDS",
    "DENIES",
    "HARBOURS",
    "HOLDS_OFFICE",
    "MEDIATES",
    "NEGOTIATES_WITH",
    "STRIKES",
    "WARNS",
)

ENTITIES = {
    "N": ("Norland", "country", "NRL"),
    "S": ("Sudria", "country", "SDR"),
    "W": ("Westia", "country", "WST"),
    "F": ("River Front", "armed_group", "SDR"),
    "K": ("Ana Kole", "person", "NRL"),
    "M": ("Bo Marr", "person", "SDR"),
    "L": ("Lakeside", "province", "SDR"),
    "H": ("Highmoor", "province", "SDR"),
    "P": ("Port Alma", "city", "SDR"),
}
WITHIN = (("P", "L"), ("L", "S"), ("H", "S"))
# source, type, target, first year, last year
TIES: tuple[tuple[str, str, str, int | None, int | None], ...] = (
    ("F", "BACKGROUND_PART_OF", "S", 2024, None),
    ("F", "BACKGROUND_SPLINTER_OF", "W", 2020, 2024),
    ("W", "BACKGROUND_ALLIED_WITH", "N", None, None),
)

# title, publisher, day of publication
ARTICLES: dict[str, tuple[str | None, str | None, str | None]] = {
    "a1": ("Shells on Lakeside", "Daily North", "2031-03-02"),
    "a2": ("A ceasefire", None, "2031-03-05"),
    "a3": (None, None, None),
}
SENTENCES = {
    "a1": (
        "Sudria accused Norland of shelling Lakeside on 1 March, killing ten people.",
        "Norland denied that it had shelled Lakeside.",
        "Defence minister Bo Marr warned Norland of consequences.",
    ),
    "a2": (
        "Norland's shells killed nine people in Lakeside on 1 March.",
        "Westia mediated between Norland and Sudria in Port Alma on 3 March.",
        "Norland and Sudria agreed to a ceasefire on 4 March.",
        "Norland accused Sudria of harbouring the River Front.",
    ),
    "a3": (
        "Norland drones killed two to four and wounded six in Port Alma on 20 March, Sudria said.",
        "Sudria and the River Front closed the border with Norland and Sudria demanded an apology.",
        "Sudria plans to attack Norland in Highmoor on 1 April, foreign minister Ana Kole said.",
        "Sudria condemned the strike by Norland.",
    ),
}


@dataclass(frozen=True)
class Told:
    """A claim of the made graph; parties are letters of ``ENTITIES``."""

    id: str
    article: str
    sentence: int
    relation: str
    source: str
    target: str = ""
    place: str = ""
    said_by: str = ""
    status: str = "asserted"
    day: str | None = None
    killed: tuple[int, int] | None = None
    injured: tuple[int, int] | None = None
    event: str | None = None
    title: str | None = None
    disputes: str | None = None


CLAIMS = (
    Told("c01", "a1", 0, "ACCUSES", "S", "N"),
    Told(
        "c02", "a1", 0, "STRIKES", "N", "", "L", "S", "alleged", "2031-03-01", (10, 10), event="e1"
    ),
    Told("c03", "a1", 1, "DENIES", "N", "S", disputes="c02"),
    Told("c04", "a1", 1, "STRIKES", "N", "", "L", "N", "denied", "2031-03-01", event="e1"),
    Told("c05", "a1", 2, "WARNS", "M", "N"),
    Told("c06", "a1", 2, "HOLDS_OFFICE", "M", "S", title="defence minister"),
    Told("c07", "a2", 0, "STRIKES", "N", "", "L", day="2031-03-01", killed=(9, 9), event="e1"),
    Told("c08", "a2", 1, "MEDIATES", "W", "NS", "P", day="2031-03-03", event="e2"),
    Told("c09", "a2", 1, "NEGOTIATES_WITH", "N", "S", "P", day="2031-03-03", event="e3"),
    Told("c10", "a2", 2, "AGREES_CEASEFIRE", "N", "S", day="2031-03-04", event="e4"),
    Told("c11", "a2", 3, "HARBOURS", "S", "F", said_by="N", status="alleged"),
    Told("c12", "a2", 3, "ACCUSES", "N", "S"),
    Told(
        "c13", "a3", 0, "STRIKES", "N", "S", "P", "S", "alleged", "2031-03-20", (2, 4), (6, 6), "e5"
    ),
    Told("c14", "a3", 1, "CLOSES_BORDER", "SF", "N", event="e6"),
    Told("c15", "a3", 1, "DEMANDS", "S", "N"),
    Told("c16", "a3", 2, "ATTACKS", "S", "N", "H", "K", "planned", "2031-04-01", event="e7"),
    Told("c17", "a3", 2, "HOLDS_OFFICE", "K", "N", title="foreign minister"),
    Told("c18", "a3", 3, "CONDEMNS", "S", "N"),
)

TYPES = {
    "ACCUSES": "ACCUSE",
    "CONDEMNS": "ACCUSE",
    "AGREES_CEASEFIRE": "AGREE",
    "ATTACKS": "ASSAULT",
    "CLOSES_BORDER": "COERCE",
    "DEMANDS": "REQUEST",
    "DENIES": "DENY",
    "MEDIATES": "CONSULT",
    "NEGOTIATES_WITH": "CONSULT",
    "STRIKES": "ASSAULT",
    "WARNS": "THREATEN",
}

# event: claims, articles, killed_min, killed_max, contested
EVENTS: dict[str, tuple[int, int, int | None, int | None, bool]] = {
    "e1": (3, 2, 9, 10, True),
    "e2": (1, 1, None, None, False),
    "e3": (1, 1, None, None, False),
    "e4": (1, 1, None, None, False),
    "e5": (1, 1, 2, 4, False),
    "e6": (1, 1, None, None, False),
    "e7": (1, 1, None, None, False),
}


def made_batch() -> GraphBatch:
    """The whole graph as one batch."""
    nodes = [*_article_nodes(), *_entity_nodes(), *_claim_nodes(), *_event_nodes()]
    edges = [*_article_edges(), *_claim_edges(), *_event_edges(), *_short_edges()]
    edges += [Edge("WITHIN", "Entity", a, "Entity", b) for a, b in WITHIN]
    edges += [
        Edge(type_, "Entity", a, "Entity", b, {"since": since, "until": until})
        for a, type_, b, since, until in TIES
    ]
    return GraphBatch(tuple(nodes), tuple(edges))


def _article_nodes() -> list[Node]:
    nodes = []
    for id, (title, source, published) in ARTICLES.items():
        about: dict[str, Value] = {"title": title, "source": source, "published": published}
        about["hash"] = text_hash(id)
        nodes.append(Node("Article", id, about))
        for index, text in enumerate(SENTENCES[id]):
            place: dict[str, Value] = {"article": id, "index": index, "start": 1000 * index}
            nodes.append(Node("Sentence", f"{id}.{index}", {"text": text, **place}))
    return nodes


def _article_edges() -> list[Edge]:
    return [
        Edge("HAS_SENTENCE", "Article", id, "Sentence", f"{id}.{index}")
        for id, sentences in SENTENCES.items()
        for index in range(len(sentences))
    ]


def _entity_nodes() -> list[Node]:
    return [
        Node("Entity", id, {"name": name, "kind": kind, "country": country}, KIND_LABELS[kind])
        for id, (name, kind, country) in ENTITIES.items()
    ]


def _claim_nodes() -> list[Node]:
    return [
        Node("Claim", claim.id, _claim_properties(claim, number))
        for number, claim in enumerate(CLAIMS)
    ]


def _claim_properties(claim: Told, number: int) -> dict[str, Value]:
    killed, injured = claim.killed or (None, None), claim.injured or (None, None)
    return {
        "article": claim.article,
        "relation": claim.relation,
        "event_type": TYPES.get(claim.relation),
        "status": claim.status,
        "date_start": claim.day,
        "date_end": claim.day,
        "killed_min": killed[0],
        "killed_max": killed[1],
        "injured_min": injured[0],
        "injured_max": injured[1],
        "title": claim.title,
        "trigger": claim.relation.lower(),
        "start": 1000 * claim.sentence + number,
        "confidence": 0.9,
    }


def _claim_edges() -> list[Edge]:
    edges = []
    for claim in CLAIMS:
        sentence = f"{claim.article}.{claim.sentence}"
        edges.append(Edge("STATED_IN", "Claim", claim.id, "Sentence", sentence))
        edges += [Edge(t, "Claim", claim.id, "Entity", e) for t, e in _parties(claim)]
        edges += [Edge("SAID_BY", "Claim", claim.id, "Entity", e) for e in claim.said_by]
        if claim.event:
            edges.append(Edge("ABOUT", "Claim", claim.id, "Event", claim.event))
        if claim.disputes:
            edges.append(Edge("DISPUTES", "Claim", claim.id, "Claim", claim.disputes))
    return edges


def _parties(claim: Told) -> list[tuple[str, str]]:
    roles = (("SOURCE", claim.source), ("TARGET", claim.target), ("IN", claim.place))
    return [(role, letter) for role, letters in roles for letter in letters]


def _event_nodes() -> list[Node]:
    nodes = []
    for id, (claims, articles, killed_min, killed_max, contested) in EVENTS.items():
        first = next(claim for claim in CLAIMS if claim.event == id)
        properties: dict[str, Value] = {
            "relation": first.relation,
            "event_type": TYPES[first.relation],
            "date_start": first.day,
            "date_end": first.day,
            "killed_min": killed_min,
            "killed_max": killed_max,
            "claims": claims,
            "articles": articles,
            "independent": articles,
            "contested": contested,
        }
        nodes.append(Node("Event", id, properties))
    return nodes


def _event_edges() -> list[Edge]:
    found = {
        (role, claim.event, letter)
        for claim in CLAIMS
        if claim.event
        for role, letter in _parties(claim)
    }
    return [Edge(role, "Event", event, "Entity", letter) for role, event, letter in sorted(found)]


def _short_edges() -> list[Edge]:
    told: dict[tuple[str, str, str], list[Told]] = defaultdict(list)
    for claim in CLAIMS:
        for source in claim.source:
            for target in claim.target or claim.place:
                told[source, claim.relation, target].append(claim)
    return [
        Edge(relation, "Entity", source, "Entity", target, _counts(claims))
        for (source, relation, target), claims in told.items()
    ]


def _counts(claims: list[Told]) -> dict[str, Value]:
    days = sorted(claim.day for claim in claims if claim.day)
    statuses = [claim.status for claim in claims]
    return {
        "claims": len(claims),
        "articles": len({claim.article for claim in claims}),
        **{status: statuses.count(status) for status in STATUSES},
        "first": days[0] if days else None,
        "last": days[-1] if days else None,
        "title": claims[0].title,
    }
