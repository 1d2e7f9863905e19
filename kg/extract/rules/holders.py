"""Who holds which office, as claims and for the memory of the article."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.rules import confidence, home
from kg.extract.rules.actors import actors
from kg.extract.rules.claims import MADE_BY, claim_id
from kg.extract.rules.explain import explained
from kg.extract.rules.found import Found, mentions, names_of
from kg.extract.rules.offices import COUNTERPART, Office, offices
from kg.extract.rules.passage import Passage
from kg.extract.rules.scope import Scope
from kg.ontology.classes import words
from kg.records import Claim, Mention

RELATION = "HOLDS_OFFICE"


def office_claims(scope: Scope) -> Iterator[Claim]:
    """A claim for each office that a sentence ascribes to a person; the memory notes it too."""
    passage = scope.passage
    for office in offices(scope.span, passage.names, passage.gazetteer):
        person = actors(passage, [office.person])
        owner = actors(passage, [office.owner]) if office.owner is not None else []
        if not person or person[0].mention.kind != "person":
            continue
        holder, title = person[0].mention, _title(office, passage)
        body = owner[:1] or _at_home(office, holder, passage)
        country = body[0].mention.country if body else None
        passage.memory.holders.setdefault((title, country), holder)
        passage.memory.offices.setdefault(holder.name, country)
        if body:
            passage.memory.bodies.setdefault(holder.name, body[0].mention)
        if not body and title in words("ranks"):
            continue  # "General X" alone tells no office
        claim = _claim(office, title, person, body, scope)
        yield explained(claim, scope) if scope.explains else claim


def each_once(claims: Iterable[Claim]) -> list[Claim]:
    """The first claim of each person, office and body."""
    first: dict[tuple[str, str | None, str], Claim] = {}
    for claim in claims:
        body = claim.target[0].name if claim.target else ""
        first.setdefault((claim.source[0].name, claim.title, body), claim)
    return list(first.values())


def foretell(scope: Scope, after: Scope) -> None:
    """Note as holder of an office without a name the person who speaks in the next sentence.

    "The foreign minister was in Lima. Ana Diaz said ...": Diaz is the minister.
    """
    memory = scope.passage.memory
    person = _speaking_person(after)
    if person is None or person.name in memory.offices:
        return
    for token in scope.span:
        unnamed = token.i not in scope.passage.names
        if token.dep_ == "nsubj" and token.head.dep_ == "ROOT" and unnamed:
            for title, country in _unnamed_offices(token, scope):
                memory.holders.setdefault((title, country), person)


def _title(office: Office, passage: Passage) -> str:
    """The office; of ``his counterpart`` that of whom ``his`` means, where it is known."""
    if office.role.name != COUNTERPART:
        return office.role.name
    head = office.person.doc[office.last - 1]
    own = [child for child in head.children if child.tag_ == "PRP$"]
    named = names_of(actors(passage, own))
    held = (title for (title, _), m in passage.memory.holders.items() if m.name in named)
    return next(held, COUNTERPART)


def _at_home(office: Office, person: Mention, passage: Passage) -> list[Found]:
    """``Prime Minister X``: that of the country X is known from, or that the article is about."""
    if office.role.name not in words("state_offices"):
        return []
    passage.memory.here = person.start
    code = person.country or home.of_office(passage.memory, office.role.name, person.name)
    country = passage.country(code)
    if country is None:
        return []
    return [
        Found(
            replace(
                person, name=country.name, kind="country", country=country.country, key=country.key
            ),
            0.6,
        )
    ]


def _claim(
    office: Office, title: str, person: list[Found], body: list[Found], scope: Scope
) -> Claim:
    named = scope.span.doc[office.first : office.last]
    start = scope.passage.offset + named.start_char
    known = confidence.grounds(scope, named[-1], person, body)
    return Claim(
        id=claim_id(scope, RELATION, start, "asserted"),
        article=scope.sentence.article,
        sentence=scope.sentence,
        relation=RELATION,
        event_type=None,
        mode=None,
        trigger=named.text,
        start=start,
        end=start + len(named.text),
        status="asserted",
        confidence=confidence.sureness(known),
        extractor=MADE_BY,
        rule=f"{RELATION}: title or apposition",
        source=mentions(person),
        target=mentions(body),
        title=title,
    )


def _speaking_person(scope: Scope) -> Mention | None:
    """The first person who is a subject, where that is the subject of the whole sentence."""
    names = scope.passage.names
    subjects = [t for t in scope.span if t.dep_ == "nsubj" and t.i in names]
    person = next((t for t in subjects if names[t.i].kind == "person"), None)
    if person is None or person.head.dep_ != "ROOT":
        return None
    return actors(scope.passage, [person])[0].mention


def _unnamed_offices(token: Token, scope: Scope) -> Iterator[tuple[str, str | None]]:
    """Title and country of an office that a phrase names without its holder."""
    for found in actors(scope.passage, [token]):
        title, _, country = found.mention.name.partition(" (")
        role = scope.passage.gazetteer.role(title.lower())
        if country and role is not None and role.kind == "office":
            yield title, found.mention.country
