"""A trigger in its sentence -> a draft of a claim: who stands in which slot."""

import functools
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from spacy.tokens import Token

from kg.extract.rules.arguments import conjuncts, prepositions, surface_subject
from kg.extract.rules.mentions import ACTORS, LOCATIVE, Found, Reader
from kg.extract.rules.triggers import Hit
from kg.ontology.patterns import Slot
from kg.ontology.relations import Relation, Trigger
from kg.records import Mention, Quantity

FILE = Path(__file__).parents[2] / "ontology" / "causes.toml"
SPOTS = {"province", "city", "region", "place"}
_PHYSICAL_TYPES = {"ASSAULT", "RETREAT", "MOBILIZE", "PROTEST"}
_PHYSICAL = {
    "VISITS",
    "SEIZES",
    "BLOCKADES",
    "SEIZES_POWER",
    "OPERATES_IN",
    "BASED_IN",
    "LOCATED_IN",
}


@dataclass(slots=True)
class Draft:
    """A claim in the making; lists of mentions with how sure each is."""

    hit: Hit
    trigger: Trigger
    source: list[Found] = field(default_factory=list)
    target: list[Found] = field(default_factory=list)
    place: list[Found] = field(default_factory=list)
    content: list[Token] = field(default_factory=list)
    source_tokens: list[Token] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)
    back: bool = False

    @property
    def relation(self) -> Relation:
        """The relation of the trigger."""
        return self.trigger.relation

    @property
    def event_type(self) -> str | None:
        """The PLOVER type of the trigger."""
        return self.trigger.event_type


def physical(relation: Relation) -> bool:
    """Whether a relation happens on the ground, so that a capital in it is a place and no government."""
    return relation.event_type in _PHYSICAL_TYPES or relation.name in _PHYSICAL


@functools.cache
def _causes(path: Path = FILE) -> frozenset[str]:
    return frozenset(tomllib.loads(path.read_text(encoding="utf-8"))["words"])


def by_accident(draft: Draft) -> bool:
    """Whether a flood, a fever or a crash does it, and nobody means it."""
    doers = [*draft.source_tokens, *draft.hit.roles["subj"], *draft.hit.roles["in"]]
    return not draft.source and any(t.lemma_.lower() in _causes() for t in doers)


def fill(hit: Hit, reader: Reader) -> Draft | None:
    """The strictest pattern of ``hit`` whose required slots can be filled; of equals, the one filled most."""
    drafts = [d for t in hit.triggers if (d := _fill(hit, t, reader)) is not None]
    return max(drafts, key=lambda d: (d.trigger.pattern.strictness, _filled(d)), default=None)


def _filled(draft: Draft) -> int:
    return sum(map(bool, (draft.source, draft.target, draft.content, draft.place)))


def _fill(hit: Hit, trigger: Trigger, reader: Reader) -> Draft | None:
    draft = Draft(hit, trigger)
    both: list[Found] = []
    grounded = physical(trigger.relation)
    has_source = False
    for slot in trigger.pattern.slots:
        tokens = _tokens(hit, trigger, slot)
        filled: list[Found] | list[Token] = []
        match slot.role:
            case "C":
                filled = draft.content = draft.content + tokens
            case "P":
                filled = [f for t in tokens for f in reader.places(t)]
                draft.place += filled
            case "S":
                has_source = True
                filled = reader.actors(tokens)
                draft.source += filled
                draft.source_tokens += tokens
            case "B":
                filled = reader.actors(tokens)
                both += filled
            case "T":
                filled = [f for t in tokens for f in _aimed(t, reader, grounded)]
                draft.target += [f for f in filled if f not in draft.target]
            case "G":
                filled = [
                    f for f in reader.actors(tokens) if f.mention.kind in {"armed_group", "group"}
                ]
                draft.target += filled
        if slot.required and not filled:
            return None
    if not has_source:
        draft.source_tokens = _source_tokens(hit, trigger, reader)
        draft.source = reader.actors(draft.source_tokens)
    _undergo(draft, reader)
    _share(draft, both)
    _aim(draft, reader)
    _settle(draft, reader)
    return draft


def _aimed(token: Token, reader: Reader, grounded: bool) -> list[Found]:
    """The parties in a phrase, or else every place that it names."""
    found = reader.actors([token], capitals=grounded)
    if found and all(f.mention.kind in SPOTS for f in found):
        return reader.places(token) or found
    return found


def _tokens(hit: Hit, trigger: Trigger, slot: Slot) -> list[Token]:
    if slot.role == "C" and slot.preps in {("to",), ("that",)}:
        return [t for t in hit.roles["clause"] if _infinitive(t) == (slot.preps == ("to",))]
    if slot.preps:
        found = [t for p in slot.preps for t in hit.roles[p]]
        if not found and "between" in slot.preps:
            found = [n for t in hit.token.subtree for w, n, _ in prepositions(t) if w == "between"]
        if not found and trigger.pattern.part == "verb":
            found = [
                noun
                for thing in hit.roles["obj"]
                for word, noun, _ in prepositions(thing)
                if word in slot.preps and (word != "of" or trigger.pattern.objects)
            ]
        return found
    if slot.role == "C":
        named = (
            any(not s.preps for s in trigger.pattern.slots if s.role != "C")
            or trigger.pattern.part != "verb"
        )
        return [*hit.roles["clause"], *(() if named else hit.roles["obj"])]
    return (
        list(hit.roles["obj"])
        if trigger.pattern.part == "verb" and not trigger.pattern.objects
        else []
    )


def _source_tokens(hit: Hit, trigger: Trigger, reader: Reader) -> list[Token]:
    around = hit.roles
    if trigger.pattern.part != "noun":
        return list(around["subj"])
    own = around["by"] or around["owner"]
    if own:
        return list(own)
    if around["light"] and not hit.undergone:
        return list(around["light"])
    agents = [t for t in around["modifier"] if reader.agentive(t)]
    return agents or list(around["copula"]) or _visitor(hit, trigger)


def _visitor(hit: Hit, trigger: Trigger) -> list[Token]:
    """``during a visit to Kabul, he said``: he visits."""
    prep = hit.token.head
    if trigger.relation.event_type == "CONSULT" and prep.lower_ in {
        "during",
        "on",
        "after",
        "before",
    }:
        return surface_subject(prep.head) if prep.head.pos_ in {"VERB", "AUX"} else []
    return []


def _infinitive(clause: Token) -> bool:
    return any(c.tag_ == "TO" for c in clause.children)


def _undergo(draft: Draft, reader: Reader) -> None:
    """``came under attack``: the subject of the light verb is the target."""
    if draft.hit.undergone and not draft.target:
        draft.target = reader.actors(draft.hit.roles["light"], capitals=physical(draft.relation))


def _share(draft: Draft, both: list[Found]) -> None:
    """Parties of a mutual happening: the first is the source, the others are targets."""
    if both:
        draft.source, draft.target = both[:1], both[1:]
    elif draft.relation.mutual and not draft.target and len(draft.source) > 1:
        draft.source, draft.target = draft.source[:1], draft.source[1:]


def _aim(draft: Draft, reader: Reader) -> None:
    """The target of a demand, promise or threat, read from what is demanded, promised or threatened."""
    if draft.target or not draft.content or draft.relation.content_target is None:
        return
    for clause in draft.content:
        if draft.relation.content_target == "subject":
            if clause.pos_ in {"VERB", "AUX"}:
                draft.target = _others(reader.actors(surface_subject(clause)), draft.source)
        else:
            draft.target = _others(reader.named_in(clause), draft.source)[:1]
        if draft.target:
            return


def _others(found: list[Found], not_these: list[Found]) -> list[Found]:
    names = {f.mention.name for f in not_these}
    countries = {f.mention.country for f in not_these if f.mention.country}
    return [
        f
        for f in found
        if f.mention.kind in ACTORS and f.mention.name not in names
        and not (f.mention.kind == "country" and f.mention.country in countries)
    ]  # fmt: skip


def _settle(draft: Draft, reader: Reader) -> None:
    """Move what is a place out of the target, and find the places around the trigger."""
    moved = [f for f in draft.target if f.mention.kind in SPOTS]
    if not physical(draft.relation):
        # A place that only the model knows may as well be a person or a body.
        draft.target = [_body(f) for f in draft.target]
        moved = [f for f in moved if f.mention.kind != "place"]
    draft.target = [f for f in draft.target if f.mention.kind in ACTORS]
    draft.source = [f for f in draft.source if f.mention.kind in ACTORS]
    if moved:
        draft.place += [f for f in moved if f not in draft.place]
    if not draft.place:
        draft.place = _around(draft, reader)
    if draft.relation.name == "VISITS" and not draft.target:
        draft.target = [f for p in draft.place[:1] if (f := reader.state_of(p)) is not None]
    taken = {f.mention.start for f in draft.target}
    draft.place = [
        f for f in draft.place if f.mention.start not in taken or f.mention.kind in SPOTS
    ]
    names = {f.mention.name for f in draft.source}
    draft.target = [f for f in draft.target if f.mention.name not in names]


def _body(found: Found) -> Found:
    mention = found.mention
    if mention.kind == "place" and mention.key is None:
        return Found(replace(mention, kind="organization"), found.sure - 0.2)
    return found


def _around(draft: Draft, reader: Reader) -> list[Found]:
    hit = draft.hit
    heads: list[Token] = [hit.token, *([hit.anchor] if hit.anchor is not hit.token else [])]
    if physical(draft.relation):
        near = [
            *hit.roles["obj"],
            *(t for p in ("on", "at", "against", "of") for t in hit.roles[p]),
        ]
        heads += [c for t in near for c in conjuncts(t)]
        heads += [t for t in draft.source_tokens if t.pos_ == "NOUN" and not reader.agentive(t)]
    if physical(draft.relation):
        heads += [t for top in heads[:2] for t in _clause(top)]
    for head in heads:
        if found := _located(head, reader):
            return found
    return []


def _clause(top: Token) -> Iterator[Token]:
    """The words below ``top`` that belong to its own clause."""
    for child in top.children:
        if child.dep_ not in {"relcl", "advcl", "ccomp", "conj", "parataxis", "punct"}:
            yield child
            yield from _clause(child)


def _located(head: Token, reader: Reader) -> list[Found]:
    found: list[Found] = []
    for word, noun, _ in prepositions(head):
        if word in LOCATIVE:
            here = reader.places(noun) or [
                f for _, inner, _ in _under(noun) for f in reader.places(inner)
            ]
            narrow = [f for f in here if f.mention.kind != "country"]
            if narrow:
                return narrow
            found += [f for f in here if f not in found]
    return found


def _under(noun: Token) -> Iterable[tuple[str, Token, Token]]:
    return [p for p in prepositions(noun) if p[0] in LOCATIVE | {"of"}]


def mentions(found: Iterable[Found]) -> tuple[Mention, ...]:
    """The mentions alone, each entity once."""
    kept: dict[tuple[str, str], Mention] = {}
    for item in found:
        kept.setdefault((item.mention.name, item.mention.kind), item.mention)
    return tuple(kept.values())
