"""What stands behind a node or edge, as text for people and as JSON values."""

from collections.abc import Iterable, Iterator, Mapping

from kg.decide import Decision
from kg.inspect.evidence import Evidence, Explained, Party
from kg.inspect.known import background_text, background_values
from kg.records import Value
from kg.report import plain

_WORDS = {"SOURCE": "source", "TARGET": "target", "IN": "place", "SAID_BY": "speaker"}
_HIDDEN = {"id", "name", "text", "hash", "minhash", "block", "decisions", "start", "end", "index"}
_MANY = 300
"""Characters of a property that are shown."""
_RULE = 90
"""Characters of a rule that are shown; a file of the lexicon has all of it."""


def explained_text(found: Explained, files: Mapping[str, str], made: Iterable[Decision]) -> str:
    """The claims and decisions behind a subject, safe to print.

    ``files`` tells where in the lexicon the entry of a rule stands.
    """
    lines = [*_subject(found), ""]
    if found.subject.kind == "entity":
        lines += [*background_text(found.background), ""]
    lines += _counted(found)
    for claim in found.claims:
        lines += _claim(claim, files)
    if left := found.total - len(found.claims):
        lines.append(f"... and {left} more; --limit {found.total} shows all of them")
    if told := [*_decisions(found, made)]:
        lines += ["", "Decisions:", *told]
    return "\n".join(map(plain, lines)) + "\n"


def name_of(found: Explained) -> str:
    """What a subject is called."""
    subject = found.subject
    told = subject.properties
    match subject.kind:
        case "short edge" | "background edge":
            return f" {subject.relation} ".join(str(end["name"]) for end in subject.ends)
        case "entity":
            return str(told.get("name"))
        case "claim" if found.claims:
            return _statement(found.claims[0])
        case "claim" | "event":
            return _stated(told, found.parties)
    return str(told.get("title") or subject.id)


def _subject(found: Explained) -> Iterator[str]:
    subject = found.subject
    told = subject.id if subject.kind in {"claim", "event"} else subject.kind
    yield f"{name_of(found)} ({told})"
    for end in subject.ends:
        yield f"    {end['name']}: {end.get('key')}"
    if subject.kind == "sentence":
        yield f"    {subject.properties.get('text')}"
    if subject.kind == "claim":  # which is told in full below
        return
    shown = sorted((name, value) for name, value in subject.properties.items() if value)
    if told := ", ".join(f"{n} {_short(str(v))}" for n, v in shown if n not in _HIDDEN):
        yield f"    {told}"


def _counted(found: Explained) -> Iterator[str]:
    if found.subject.kind == "background edge":
        yield "The gazetteer tells it as background; no claim stands behind it."
        return
    yield f"{found.total} claim{'' if found.total == 1 else 's'}{':' if found.claims else ''}"
    if not found.total and found.within:
        yield f"    It is there for what lies in it: {', '.join(found.within)}"


def _claim(claim: Evidence, files: Mapping[str, str]) -> Iterator[str]:
    told = claim.properties
    yield f"{_statement(claim)} [{'; '.join(_standing(claim))}]"
    where = [told.get("article"), claim.publisher, claim.published]
    sentence = claim.sentence if claim.sentence is not None else "(the sentence is missing)"
    yield f"    {', '.join(str(each) for each in where if each)}: {sentence}"
    yield f'    {claim.id}: "{told.get("trigger")}", {_rule(told, files)}'
    yield f"    {told.get('extractor')}; confidence {told.get('confidence')}"
    for party in claim.parties:
        yield f"    {_party(party)}"
    about = [("event", claim.event)]
    about += [("disputes", id) for id in claim.disputes]
    about += [("disputed by", id) for id in claim.disputed_by]
    yield from (f"    {name} {id}" for name, id in about if id)


def _statement(claim: Evidence) -> str:
    """Who does what to whom, and where."""
    return _stated(claim.properties, [(party.slot, party.name) for party in claim.parties])


def _stated(told: Mapping[str, Value], parties: Iterable[tuple[str, str]]) -> str:
    names = {slot: [name for each, name in parties if each == slot] for slot in _WORDS}
    source, target, place = (", ".join(names[slot]) for slot in ("SOURCE", "TARGET", "IN"))
    title = f"({told['title']})" if told.get("title") else ""
    parts = (
        source or "?",
        str(told.get("relation")),
        target,
        f"in {place}" if place else "",
        title,
    )
    return " ".join(filter(None, parts))


def _names(claim: Evidence, slot: str) -> str:
    return ", ".join(party.name for party in claim.parties if party.slot == slot)


def _standing(claim: Evidence) -> Iterator[str]:
    """Status, speaker, date and counts."""
    told = claim.properties
    yield str(told.get("status"))
    if speakers := _names(claim, "SAID_BY"):
        yield f"says {speakers}"
    days = dict.fromkeys(filter(None, (told.get("date_start"), told.get("date_end"))))
    if told.get("date_text"):
        yield f"{told['date_text']} ({' to '.join(map(str, days)) or 'no known day'})"
    for kind in ("killed", "injured"):
        low, high = told.get(f"{kind}_min"), told.get(f"{kind}_max")
        if low is not None:
            yield f"{kind} {_count(low, high)}"


def _count(low: Value, high: Value) -> str:
    if high is None:
        return f"at least {low}"
    return f"{low}" if low == high else f"{low} to {high}"


def _rule(told: Mapping[str, Value], files: Mapping[str, str]) -> str:
    rule = str(told.get("rule"))
    shown = _short(rule, _RULE)
    return f"rule {shown} ({files[rule]})" if rule in files else f"rule {shown}"


def _party(party: Party) -> str:
    """Whom the words stand for, and by which decisions where one joined entities."""
    told = f'{_WORDS[party.slot]} {party.name} ({party.key}) by "{party.text}"'
    if not party.own:
        return told
    return f"{told}, which is {', '.join(party.own)} but for decisions {_list(party.decisions)}"


def _decisions(found: Explained, made: Iterable[Decision]) -> Iterator[str]:
    known = {decision.number: decision for decision in made}
    for number in found.numbers():
        decision = known.get(number)
        if decision is None:
            yield f"    {number}: not in the file of decisions; kg check tells more"
            continue
        signed = " ".join(filter(None, (decision.date, decision.by and f"by {decision.by}")))
        yield f"    {number}: {decision.told()}, because: {decision.why} ({signed or 'unsigned'})"


def _list(numbers: tuple[int, ...]) -> str:
    return ", ".join(map(str, numbers))


def _short(text: str, most: int = _MANY) -> str:
    return text if len(text) <= most else f"{text[:most]}…"


def explained_values(
    found: Explained, files: Mapping[str, str], made: Iterable[Decision]
) -> Mapping[str, Value]:
    """The same as plain values."""
    subject = found.subject
    known = {decision.number: decision for decision in made}
    return {
        "kind": subject.kind,
        "name": name_of(found),
        "id": subject.id,
        "relation": subject.relation,
        "ends": tuple({"name": end["name"], "key": end.get("key")} for end in subject.ends),
        "properties": dict(sorted(subject.properties.items())),
        "within": found.within,
        "background": tuple(map(background_values, found.background)),
        "total": found.total,
        "claims": tuple(_claim_values(claim, files) for claim in found.claims),
        "decisions": tuple(_decision_values(n, known.get(n)) for n in found.numbers()),
    }


def _claim_values(claim: Evidence, files: Mapping[str, str]) -> Mapping[str, Value]:
    return {
        **dict(sorted(claim.properties.items())),
        "file": files.get(str(claim.properties.get("rule"))),
        "sentence": claim.sentence,
        "article_title": claim.title,
        "publisher": claim.publisher,
        "published": claim.published,
        "event": claim.event,
        "parties": tuple(_party_values(party) for party in claim.parties),
        "disputes": claim.disputes,
        "disputed_by": claim.disputed_by,
    }


def _party_values(party: Party) -> Mapping[str, Value]:
    return {
        "slot": _WORDS[party.slot],
        "name": party.name,
        "key": party.key,
        "text": party.text,
        "own": party.own,
        "decisions": party.decisions,
    }


def _decision_values(number: int, decision: Decision | None) -> Mapping[str, Value]:
    if decision is None:
        return {"number": number}
    told = {"decision": decision.told(), "why": decision.why}
    return {"number": number, **told, "by": decision.by, "date": decision.date}
