"""The rule extractor: sentences -> drafts -> claims."""

import itertools
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import cast

from spacy.tokens import Span, Token

from kg.annotate import Annotated
from kg.extract.rules import dates, factuality, quantities
from kg.extract.rules.factuality import Effect, Standing
from kg.extract.rules.frames import Draft, by_accident, fill, mentions
from kg.extract.rules.mentions import Found, Reader
from kg.extract.rules.names import Name, overlay
from kg.extract.rules.obligations import obligations
from kg.extract.rules.offices import offices
from kg.extract.rules.reference import Memory, Seen
from kg.extract.rules.triggers import hits
from kg.ids import stable_id
from kg.ontology.gazetteer import Gazetteer
from kg.ontology.relations import Lexicon, load_relations
from kg.records import Claim, Mention, Sentence, Status, When

LONGEST = 400
"""Tokens; a longer sentence is no sentence, and its parse no ground for a claim."""
_ANAPHORS = {
    "allegation",
    "accusation",
    "claim",
    "charge",
    "report",
    "it",
    "this",
    "that",
    "assertion",
}
_OPEN = {"“", '"', "``"}


@dataclass(frozen=True, slots=True)
class Scope:
    """One sentence with all that its claims need."""

    sentence: Sentence
    span: Span
    reader: Reader
    published: str | None


class RuleExtractor:
    """Claims by a lexicon of triggers over the arcs of a dependency parse."""

    name = "rules"
    version = "1"

    def __init__(self, gazetteer: Gazetteer) -> None:
        self.gazetteer = gazetteer
        self.lexicon: Lexicon = load_relations()

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims of an article in the order of its sentences."""
        memory = Memory()
        names = [overlay(p, self.gazetteer) for p in annotated.paragraphs]
        scopes = list(self._scopes(annotated, names, memory))
        for scope in scopes:
            memory.note(_seen(scope))
        claims: list[Claim] = []
        for scope in scopes:
            claims += self._offices(scope, memory)
        for scope, after in itertools.pairwise(scopes):
            _foretold(scope, after, memory, self.gazetteer)
        held = {(c.source[0].name, c.title, _first(c.target)): c for c in reversed(claims)}
        claims = [c for c in claims if held[c.source[0].name, c.title, _first(c.target)] is c]
        for scope in scopes:
            claims += self._sentence(scope, memory, claims)
        return tuple(sorted(claims, key=lambda c: (c.sentence.index, c.start, c.id)))

    def _scopes(
        self, annotated: Annotated, names: list[Mapping[int, Name]], memory: Memory
    ) -> Iterator[Scope]:
        by_start = {s.start: s for s in annotated.sentences}
        for paragraph, overlaid in zip(annotated.paragraphs, names, strict=True):
            reader = Reader(overlaid, paragraph.start, self.gazetteer, memory)
            for span in paragraph.doc.sents:
                sentence = by_start.get(paragraph.start + span.start_char)
                if sentence is not None and len(span) <= LONGEST:
                    yield Scope(sentence, span, reader, annotated.document.article.published)

    def _offices(self, scope: Scope, memory: Memory) -> Iterator[Claim]:
        relation = self.lexicon.relations.get("HOLDS_OFFICE")
        if relation is None:
            return
        for office in offices(scope.span, scope.reader.names, self.gazetteer):
            person = scope.reader.actors([office.person])
            owner = scope.reader.actors([office.owner]) if office.owner is not None else []
            if not person or person[0].mention.kind != "person":
                continue
            target = mentions(owner[:1])
            country = target[0].country if target else None
            memory.holders.setdefault((office.role.name, country), person[0].mention)
            memory.offices.setdefault(person[0].mention.name, country)
            words = scope.span.doc[office.first : office.last]
            start = scope.reader.offset + words.start_char
            yield Claim(
                id=_claim_id(scope, "HOLDS_OFFICE", start, "asserted"),
                article=scope.sentence.article,
                sentence=scope.sentence,
                relation="HOLDS_OFFICE",
                event_type=None,
                mode=None,
                trigger=words.text,
                start=start,
                end=start + len(words.text),
                status="asserted",
                confidence=0.9 if target else 0.7,
                extractor=f"{self.name} {self.version}",
                rule="HOLDS_OFFICE: title or apposition",
                source=mentions(person),
                target=target,
                title=office.role.name,
            )

    def _sentence(self, scope: Scope, memory: Memory, before: list[Claim]) -> list[Claim]:
        drafts = [d for hit in hits(scope.span, self.lexicon) if (d := fill(hit, scope.reader))]
        drafts += obligations(scope.span, scope.reader, self.lexicon)
        governing = {d.hit.token.i: d for d in drafts}
        drafts = [d for d in drafts if not (_violent(d) and by_accident(d))]
        _count(drafts, scope)
        drafts = list(_absorb(drafts))
        for draft in drafts:
            memory.here = scope.reader.offset + draft.hit.token.idx
            _aim_at_doer(draft, governing)
            _aim_by_content(draft, governing)
            _imply(draft, memory, before)
        claims: list[Claim] = []
        for draft in drafts:
            claim = self._claim(draft, governing, scope, memory, [*before, *claims])
            if claim is not None:
                claims.append(claim)
        _speakers(scope, memory)
        return list(_distinct(claims))

    def _threat(self, draft: Draft, speakers: tuple[Mention, ...]) -> Status:
        """Turn force that a side announces into a threat by who announces it (PLOVER THREATEN)."""
        draft.trigger = replace(
            draft.trigger, relation=self.lexicon.relations["THREATENS"], mode="violence"
        )
        draft.source = [Found(m, 0.8) for m in speakers] or draft.source
        if not draft.target:
            draft.target = [f for f in draft.place if f.mention.kind == "country"]
        draft.place = []
        return "conditional" if any(t.lower_ == "if" for t in draft.hit.token.sent) else "asserted"

    def _claim(
        self,
        draft: Draft,
        governing: Mapping[int, Draft],
        scope: Scope,
        memory: Memory,
        before: list[Claim],
    ) -> Claim | None:
        standing = factuality.standing(
            draft.hit.anchor, lambda over, via: _content(governing.get(over.i), via)
        )
        speakers = _said_by(draft, standing, governing, scope, memory)
        status = _status(draft, standing, speakers)
        if _announced_force(draft, standing, speakers):
            status = self._threat(draft, speakers)
        if status is None or not _tells(draft):
            return None
        token = draft.hit.token
        start = scope.reader.offset + token.idx
        target, disputes = mentions(draft.target), ()
        if draft.event_type == "DENY":
            target, disputes = _denied(draft, target, before)
        return Claim(
            id=_claim_id(scope, draft.relation.name, start, status),
            article=scope.sentence.article,
            sentence=scope.sentence,
            relation=draft.relation.name,
            event_type=_type(draft, status),
            mode=draft.trigger.mode,
            trigger=token.text,
            start=start,
            end=start + len(token.text),
            status=status,
            confidence=_confidence(draft),
            extractor=f"{self.name} {self.version}",
            rule=draft.trigger.rule,
            source=mentions(draft.source),
            target=target,
            place=mentions(draft.place),
            said_by=speakers,
            when=_when(draft, scope),
            quantities=tuple(draft.quantities),
            disputes=disputes,
        )


def _claim_id(scope: Scope, relation: str, start: int, status: str) -> str:
    return stable_id("claim", scope.sentence.article, start, relation, status)


def _first(found: tuple[Mention, ...]) -> str:
    return found[0].name if found else ""


def _seen(scope: Scope) -> Iterator[Seen]:
    """The names of a sentence, with the role each plays."""
    done: set[int] = set()
    for token in scope.span:
        name = scope.reader.names.get(token.i)
        if name is None or name.first in done:
            continue
        done.add(name.first)
        root = token.doc[name.first : name.last].root
        for found in scope.reader.actors([root])[:1]:
            subject = root.dep_ in {"nsubj", "nsubjpass"}
            yield Seen(found.mention, scope.sentence.start, subject, False)
        top = root.head
        if root.dep_ in {"poss", "compound", "amod", "nmod"} and top.i not in scope.reader.names:
            for found in scope.reader.actors([top])[:1]:
                if found.mention.kind == "institution":
                    yield Seen(
                        found.mention,
                        scope.sentence.start,
                        top.dep_ in {"nsubj", "nsubjpass"},
                        False,
                    )


def _leads(draft: Draft) -> list[Token]:
    """The prepositions that lead from a trigger to its content."""
    found = []
    for token in draft.content:
        while token.head not in {draft.hit.token, draft.hit.anchor} and token.head != token:
            token = token.head
        found.append(token)
    return found


def _foretold(scope: Scope, after: Scope, memory: Memory, gazetteer: Gazetteer) -> None:
    """An office without a name in one sentence, and a person who speaks as the subject of the next: its holder."""
    person = next(
        (t for t in after.span if t.dep_ == "nsubj" and _is_person(after.reader.names.get(t.i))),
        None,
    )
    if person is None or person.head.dep_ != "ROOT":
        return
    found = after.reader.actors([person])[0].mention
    if found.name in memory.offices:
        return
    for token in scope.span:
        if (
            token.dep_ == "nsubj"
            and token.head.dep_ == "ROOT"
            and token.i not in scope.reader.names
        ):
            for office in scope.reader.actors([token]):
                title, _, country = office.mention.name.partition(" (")
                role = gazetteer.role(title.lower())
                if country and role is not None and role.kind == "office":
                    memory.holders.setdefault((title, office.mention.country), found)


def _is_person(name: Name | None) -> bool:
    return name is not None and name.kind == "person"


def _content(draft: Draft | None, via: Token) -> tuple[Effect, list[Token]] | None:
    """What a relation does to the event that hangs on its trigger by ``via``, and who speaks."""
    if draft is None or draft.relation.content == "kept":
        return None
    if via.pos_ == "ADP" and via not in _leads(draft):
        return None
    return cast(Effect, draft.relation.content), draft.source_tokens


def _count(drafts: list[Draft], scope: Scope) -> None:
    for draft in drafts:
        found = quantities.counted(draft.hit.token) or quantities.left_dead(draft.hit.token)
        draft.quantities += found


def _aim_at_doer(draft: Draft, others: Mapping[int, Draft]) -> None:
    """``welcomed the visit by X``: whoever does what is welcomed, condemned or refused is the target."""
    if draft.target or draft.event_type not in {"ACCUSE", "SUPPORT", "REJECT"}:
        return
    for token in [*draft.hit.roles["obj"], *draft.content, *_clause_above(draft.hit.token)]:
        event = others.get(token.i)
        if event is not None and event is not draft and not draft.target:
            names = {f.mention.name for f in draft.source}
            draft.target = [f for f in event.source if f.mention.name not in names]


def _aim_by_content(draft: Draft, others: Mapping[int, Draft]) -> None:
    """``agreed to give aid to X and Y``: whom the promised, threatened or demanded act is aimed at."""
    if draft.relation.content_target != "object":
        return
    for token in draft.content:
        near = [token, *(c for c in token.children if c.dep_ in {"dobj", "xcomp", "attr"})]
        names = {f.mention.name for f in draft.source}
        for inner in [others[t.i] for t in near if t.i in others and others[t.i] is not draft]:
            aimed = inner.target or [f for f in inner.place if f.mention.kind == "country"]
            if aimed := [f for f in aimed if f.mention.name not in names]:
                draft.target = aimed
                break


def _clause_above(verb: Token) -> list[Token]:
    """What a clause with ``, which`` may be about: the words that it hangs on, up to the verb."""
    found: list[Token] = []
    if (
        verb.dep_ == "relcl"
        and verb.head.i + 1 < len(verb.doc)
        and verb.doc[verb.head.i + 1].text == ","
    ):
        node = verb.head
        while node.head != node and node.dep_ not in {"ccomp", "relcl"}:
            node = node.head
            found.append(node)
        found += [c for t in list(found) for c in t.children if c.dep_ == "dobj"]
    return found


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "these", "those", "this", "that"} for c in noun.children)


def _imply(draft: Draft, memory: Memory, before: list[Claim]) -> None:
    """Parties that go without saying in an article about two countries: the clashes, the talks, the border."""
    if (
        not (draft.relation.mutual or draft.relation.name in {"CLOSES_BORDER", "MEDIATES"})
        or draft.target
    ):
        return
    if (
        draft.trigger.pattern.part == "verb"
        and draft.relation.mutual
        and not draft.trigger.pattern.objects
    ):
        return
    told = [c for c in before if c.event_type == draft.event_type]
    if told and draft.trigger.pattern.part == "noun" and _definite(draft.hit.token):
        return
    pair = [Found(m, sure - 0.2) for m, sure in memory.pair()]
    names = {f.mention.name for f in draft.source}
    if draft.relation.name == "MEDIATES":
        draft.target = pair if names and not names & {f.mention.name for f in pair} else []
    elif len(pair) == 2 and not names:
        draft.source, draft.target = pair[:1], pair[1:]
    elif len(pair) == 2 and names & {f.mention.name for f in pair}:
        draft.target = [f for f in pair if f.mention.name not in names]


def _announced_force(draft: Draft, standing: Standing, speakers: tuple[Mention, ...]) -> bool:
    """Whether force is announced by, or by a spokesman of, the side that would use it."""
    if draft.event_type != "ASSAULT" or standing.has(
        "denied", "negated", "alleged", "claimed", "dropped"
    ):
        return False
    if not standing.has("planned", "conditional") or not draft.source:
        return False
    return bool(speakers) and _own_act(draft, speakers)


def _absorb(drafts: list[Draft]) -> Iterator[Draft]:
    """Deaths told of an attack belong to the attack; ``a bomb attack hit X`` is one event."""
    gone: set[int] = set()
    by_token = {d.hit.token.i: d for d in drafts}
    for draft in drafts:
        event = next((by_token[t.i] for t in draft.source_tokens if t.i in by_token), None)
        if event is None or event is draft or not _violent(event) or not _violent(draft):
            continue
        gone.add(id(event))
        draft.source = event.source
        draft.place = draft.place or event.place
        draft.quantities += event.quantities
        draft.trigger = event.trigger
    for draft in drafts:
        verb = next((by_token[t.i] for t in [draft.hit.anchor] if t.i in by_token), None)
        if verb is None or verb is draft or id(draft) in gone:
            continue
        if verb.event_type == draft.event_type and draft.hit.token in verb.hit.roles["obj"]:
            verb.target, verb.place = verb.target or draft.target, verb.place or draft.place
            verb.trigger = draft.trigger
            gone.add(id(draft))
    for draft in drafts:
        counts = draft.relation.name == "KILLS" or (draft.quantities and not _violent(draft))
        if not counts or not draft.quantities or id(draft) in gone:
            continue
        host = _host(draft, [d for d in drafts if id(d) not in gone and d is not draft])
        if host is not None:
            host.quantities += [q for q in draft.quantities if q not in host.quantities]
            gone.add(id(draft))
    yield from (d for d in drafts if id(d) not in gone)


def _violent(draft: Draft) -> bool:
    return draft.event_type == "ASSAULT"


def _host(draft: Draft, others: list[Draft]) -> Draft | None:
    """The attack that a count of dead belongs to: the nearest one before it, else behind it."""
    if any(
        f.mention.kind in {"country", "armed_group", "organization", "person"} for f in draft.target
    ):
        return None
    at = draft.hit.token.i
    fit = [d for d in others if _violent(d) and d.relation.name != "KILLS" and _same_side(d, draft)]
    before = [d for d in fit if d.hit.token.i < at]
    return before[0] if before else (fit[0] if fit else None)


def _same_side(host: Draft, draft: Draft) -> bool:
    return not draft.source or {f.mention.name for f in draft.source} <= {
        f.mention.name for f in host.source
    }


def _tells(draft: Draft) -> bool:
    """Whether enough is known of who, whom or where."""
    if draft.event_type is None:
        return bool(draft.source and (draft.target or draft.place))
    if draft.relation.mutual:
        return bool(draft.source and draft.target)
    if draft.event_type in {"REQUEST", "SUPPORT", "AGREE", "THREATEN", "REJECT", "DENY"}:
        return bool(draft.source)
    if draft.source and _violent(draft):
        return True
    if draft.source and (draft.target or draft.place or draft.trigger.pattern.part == "verb"):
        return True
    if draft.target and (draft.source or draft.trigger.pattern.part == "verb" or _violent(draft)):
        return True
    return bool(_violent(draft) and draft.place)


def _said_by(
    draft: Draft,
    standing: Standing,
    governing: Mapping[int, Draft],
    scope: Scope,
    memory: Memory,
) -> tuple[Mention, ...]:
    if standing.speakers:
        return mentions(scope.reader.actors(standing.speakers))
    if _quoted(draft.hit.anchor):
        memory.here = scope.sentence.start
        speakers = memory.last_speaker()
        if speakers:
            standing.effects.append(("said", "quotation"))
        return tuple(speakers)
    return ()


def _quoted(token: Token) -> bool:
    """Whether a token stands between quotation marks that open before it in its paragraph."""
    inside = False
    for other in token.doc[: token.i]:
        if other.text == "“":
            inside = True
        elif other.text == "”":
            inside = False
        elif other.text == '"':
            inside = not inside
    return inside


def _status(draft: Draft, standing: Standing, speakers: tuple[Mention, ...]) -> Status | None:
    """The status, or None where the event is only wanted, feared or thought of."""
    if standing.has("dropped") and not _performed(draft, standing):
        return None
    if standing.has("conditional"):
        return "conditional" if any(t.lower_ == "if" for t in draft.hit.token.sent) else None
    if standing.has("denied"):
        return "denied"
    if standing.has("negated"):
        return "negated"
    if standing.has("planned"):
        return "planned"
    if standing.has("alleged", "claimed"):
        return "alleged"
    if standing.has("said") and speakers:
        return "asserted" if _own_act(draft, speakers) else "alleged"
    return "asserted"


def _type(draft: Draft, status: Status) -> str | None:
    """The PLOVER type: what is only announced is AGREE where it helps and THREATEN where it harms."""
    if status != "planned":
        return draft.event_type
    if draft.event_type in {"CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}:
        return "AGREE"
    return "THREATEN" if draft.event_type in {"ASSAULT", "COERCE", "SANCTION"} else draft.event_type


def _performed(draft: Draft, standing: Standing) -> bool:
    """``marched to demand``: what is said by an act of protest is said, though the grammar makes it a purpose."""
    verbal = draft.event_type in {"REQUEST", "ACCUSE", "SUPPORT", "PROTEST"}
    return verbal and [e for e in standing.effects if e[0] == "dropped"] == [("dropped", "to")]


def _own_act(draft: Draft, speakers: tuple[Mention, ...]) -> bool:
    names = {m.name for m in speakers}
    countries = {m.country for m in speakers if m.country}
    return any(
        f.mention.name in names
        or (f.mention.country is not None and f.mention.country in countries)
        for f in draft.source
    )


def _denied(
    draft: Draft, target: tuple[Mention, ...], before: list[Claim]
) -> tuple[tuple[Mention, ...], tuple[str, ...]]:
    """Whose allegations are denied, and which claims they are."""
    names = {f.mention.name for f in draft.source} | {f.mention.country for f in draft.source}
    names.discard(None)
    fit = [c for c in before if c.said_by and c.status == "alleged" and _about(c, names)]
    accused = [
        c for c in before
        if c.event_type in {"ACCUSE", "REQUEST", "THREATEN"} and c.source and not _about(c, names)
        and (not c.target or any({m.name, m.country} & names for m in c.target))
    ]  # fmt: skip
    anaphoric = any(t.lemma_.lower() in _ANAPHORS for t in draft.hit.roles["obj"])
    if not target and (anaphoric or fit) and (fit or accused):
        target = fit[-1].said_by if fit and not accused else accused[-1].source
    disputes = (
        tuple(c.id for c in fit if c.sentence.index >= fit[-1].sentence.index)
        if fit and anaphoric
        else ()
    )
    return target, disputes


def _about(claim: Claim, names: set[str | None]) -> bool:
    return any({m.name, m.country} & (names - {None}) for m in claim.source)


def _when(draft: Draft, scope: Scope) -> When | None:
    """The date words nearest to the trigger in its own clause."""
    anchor = draft.hit.anchor
    found: list[tuple[int, When]] = []
    for ent in scope.span.ents:
        if ent.label_ in {"DATE", "TIME"} and (read := dates.when(ent.text, scope.published)):
            distance = _distance(ent.root, {anchor.i, draft.hit.token.i})
            if distance is not None:
                found.append((distance, read))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def _distance(token: Token, ends: set[int]) -> int | None:
    """Arcs from ``token`` up to one of ``ends``, not out of its clause."""
    for steps in range(6):
        if token.i in ends:
            return steps
        if token.dep_ in {"ROOT", "ccomp", "relcl", "advcl"} or token.pos_ == "VERB":
            return None
        token = token.head
    return None


def _confidence(draft: Draft) -> float:
    parts = [f.sure for f in [*draft.source[:1], *draft.target[:1], *draft.place[:1]]]
    sure = min(parts, default=0.5)
    if not draft.source:
        sure -= 0.2
    if not draft.target and not draft.place and not draft.content:
        sure -= 0.2
    return round(max(0.05, sure * 0.95), 2)


def _speakers(scope: Scope, memory: Memory) -> None:
    """Remember who was quoted in this sentence."""
    governors = factuality.load_governors()
    for token in scope.span:
        if token.pos_ == "VERB" and governors.get(("verb", token.lemma_.lower())) in {
            "said",
            "claimed",
        }:
            for found in scope.reader.actors([c for c in token.children if c.dep_ == "nsubj"])[:1]:
                memory.speakers.append((scope.reader.offset + token.idx, found.mention))


def _distinct(claims: Iterable[Claim]) -> Iterator[Claim]:
    """Without a claim that another of the same sentence tells more fully."""
    kept: list[Claim] = []
    for claim in claims:
        rivals = [c for c in kept if c.relation == claim.relation and c.status == claim.status]
        if any(_within(claim, other) for other in rivals):
            continue
        kept = [c for c in kept if c not in rivals or not _within(c, claim)]
        kept.append(claim)
    yield from kept


def _within(small: Claim, big: Claim) -> bool:
    return all(
        {m.name for m in getattr(small, slot)} <= {m.name for m in getattr(big, slot)}
        for slot in ("source", "target", "place")
    )
