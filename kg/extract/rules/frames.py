"""A trigger in its sentence -> a draft of a claim: who stands in which slot."""

from spacy.tokens import Token

from kg.extract.rules.actors import actors, agentive, named_in
from kg.extract.rules.draft import Draft, grounded
from kg.extract.rules.found import SPOTS, Found, others
from kg.extract.rules.passage import Passage
from kg.extract.rules.phrases import VERBAL
from kg.extract.rules.places import places
from kg.extract.rules.settle import settle
from kg.extract.rules.slots import slot_tokens, source_tokens
from kg.extract.rules.subjects import surface_subject
from kg.extract.rules.triggers import Hit
from kg.ontology.classes import words
from kg.ontology.patterns import Slot
from kg.ontology.relations import Trigger

_SENDERS = {"country", "institution", "organization", "armed_group"}


def fill(hit: Hit, passage: Passage) -> Draft | None:
    """The strictest pattern whose required slots can be filled; of equals, the one filled most."""
    best: Draft | None = None
    for trigger in hit.triggers:  # the strictest first
        if best and trigger.pattern.strictness < best.trigger.pattern.strictness:
            break
        draft = _fill(hit, trigger, passage)
        if draft and (best is None or _filled(draft) > _filled(best)):
            best = draft
    return best


def by_accident(draft: Draft) -> bool:
    """Whether a flood, a fever or a crash does it, and nobody means it."""
    doers = [*draft.source_tokens, *draft.hit.roles["subj"], *draft.hit.roles["in"]]
    return not draft.source and any(map(_unmeant, doers))


def _unmeant(doer: Token) -> bool:
    """``a fire``, ``a train``, but not ``mortar fire`` or ``a car bomb``."""
    fired = any(child.lemma_.lower() in words("guns") for child in doer.children)
    return doer.lemma_.lower() in words("causes") and not (doer.lemma_ == "fire" and fired)


def _filled(draft: Draft) -> int:
    return sum(map(bool, (draft.source, draft.target, draft.content, draft.place)))


def _fill(hit: Hit, trigger: Trigger, passage: Passage) -> Draft | None:
    draft = Draft(hit, trigger)
    for slot in trigger.pattern.slots:
        if not _fill_slot(draft, slot, passage) and slot.required:
            return None
    lent = trigger.pattern.part == "noun" and not draft.source_tokens
    if lent or all(slot.role != "S" for slot in trigger.pattern.slots):
        draft.source_tokens = source_tokens(hit, trigger, passage)
        draft.source = actors(passage, draft.source_tokens) or _crowd(draft, passage)
    _move(draft, passage)
    _undergo(draft, passage)
    _share(draft)
    _aim(draft, passage)
    settle(draft, passage)
    return draft


def _fill_slot(draft: Draft, slot: Slot, passage: Passage) -> bool:
    """Put what stands in a slot into the draft; whether anything does."""
    tokens = slot_tokens(draft.hit, draft.trigger, slot)
    if slot.role == "C":
        draft.content += tokens
        return bool(draft.content)
    found = _read(tokens, draft, slot, passage)
    match slot.role:
        case "P":
            draft.place += found
        case "S":
            draft.source += found
            draft.source_tokens += tokens
        case "B":
            draft.both += found
        case "T":
            draft.target += [f for f in found if f not in draft.target]
        case "G":
            draft.target += found
    return bool(found)


def _read(tokens: list[Token], draft: Draft, slot: Slot, passage: Passage) -> list[Found]:
    """The parties or places that words in a slot name."""
    match slot.role:
        case "P":
            return [f for token in tokens for f in places(passage, token)]
        case "T":
            ground = grounded(draft)
            found = [f for token in tokens for f in _aimed(token, passage, ground)]
            return found or [f for token in tokens for f in _victims(token, draft, passage)]
        case "G":
            return [f for token in tokens for f in actors(passage, [token]) if _armed(f, token)]
    return actors(passage, tokens)


def _victims(token: Token, draft: Draft, passage: Passage) -> list[Found]:
    """``kidnapped a bishop``, ``killed 12 shepherds``: done to people, whatever they are called."""
    verb = draft.hit.token
    counted = any(child.dep_ == "nummod" for child in token.children)
    personal = verb.lemma_ in words("on_people") or (counted and verb.lemma_ in words("on_beings"))
    if verb.pos_ != "VERB" or token.pos_ != "NOUN" or not personal:
        return []
    return [Found(passage.made(token, token.lower_, "group", None), 0.5)]


def _armed(found: Found, token: Token) -> bool:
    """Whether a party bears arms, by its name or by the word for it."""
    unnamed = found.mention.kind == "group" and token.lemma_.lower() in words("combatants")
    return unnamed or found.mention.kind == "armed_group"


def _aimed(token: Token, passage: Passage, grounded: bool) -> list[Found]:
    """The parties in a phrase, or else every place that it names: ``Y's port city of X``, X."""
    ground = grounded and token.i not in passage.names and token.lemma_ in words("ground")
    if ground and (spots := [f for f in places(passage, token) if f.mention.kind in SPOTS]):
        return spots
    found = actors(passage, [token], capitals=grounded)
    if found and all(f.mention.kind in SPOTS for f in found):
        return places(passage, token) or found
    return found


def _crowd(draft: Draft, passage: Passage) -> list[Found]:
    """``thousands marched``: protesters, of whom only the number is told."""
    if draft.event_type != "PROTEST":
        return []
    counted = [t for t in draft.source_tokens if t.lemma_.lower() in words("partitives")]
    return [Found(passage.made(t, "protesters", "group", None), 0.55) for t in counted[:1]]


def _move(draft: Draft, passage: Passage) -> None:
    """``French troops were flown to X``: whose troops they are, where nobody else sends them."""
    if draft.event_type != "MOBILIZE" or draft.source or draft.hit.roles["subj"]:
        return
    sent = actors(passage, draft.hit.roles["obj"])
    draft.source = [f for f in sent if f.mention.kind in _SENDERS]


def _undergo(draft: Draft, passage: Passage) -> None:
    """``came under attack``: the subject of the light verb is the target."""
    spots = all(f.mention.kind in SPOTS for f in draft.target)
    if draft.hit.undergone and spots:
        draft.place += draft.target
        capitals = grounded(draft)
        draft.target = actors(passage, draft.hit.roles["light"], capitals=capitals)


def _share(draft: Draft) -> None:
    """Parties of a mutual happening: the first is the source, the others are targets."""
    if draft.both:
        draft.source, draft.target = draft.both[:1], draft.both[1:]
    elif _between(draft) and not draft.target and len(draft.source) > 1:
        draft.source, draft.target = draft.source[:1], draft.source[1:]


def _between(draft: Draft) -> bool:
    """Whether the doers do it to each other: ``A and B reopened their common border``."""
    things = [child.lemma_ for noun in draft.hit.roles["obj"] for child in noun.children]
    return draft.relation.mutual or bool(words("shared") & set(things))


def _aim(draft: Draft, passage: Passage) -> None:
    """The target of a demand, promise or threat, read from what it is about."""
    if draft.target or draft.relation.content_target is None:
        return
    for clause in draft.content:
        if not draft.target:
            draft.target = _party_of(clause, draft, passage)


def _party_of(clause: Token, draft: Draft, passage: Passage) -> list[Found]:
    """The doer of what is demanded, or the first other party that a promise or threat names."""
    if draft.relation.content_target != "subject":
        return others(named_in(passage, clause), draft.source)[:1]
    if clause.pos_ == "NOUN" and draft.event_type == "REQUEST":  # "appealed for American help"
        wanted = [c for c in clause.children if c.dep_ == "amod" and agentive(passage, c)]
        return others(actors(passage, wanted), draft.source)
    if clause.pos_ not in VERBAL:
        return []
    return others(actors(passage, surface_subject(clause)), draft.source)
