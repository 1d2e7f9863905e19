"""What is known between entities: which pairs are never one, and which group belongs to which."""

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping

from kg.ontology.names import TIE_KINDS, Entry, Pair, Rule, Tie
from kg.ontology.tables import Table
from kg.ontology.words import path
from kg.schema import KIND_LABELS

_YEARS = re.compile(r"(\d{4})?(?:-(\d{4})?)?")
_PLACE, _ACTOR = "Place", "Actor"


def distinct(table: Table) -> Iterator[Pair]:
    """The pairs of a file that look alike and are different: all pairs of each [[distinct]]."""
    for item in table.data.get("distinct", []):
        fields = item if isinstance(item, dict) else {}
        keys = fields.get("keys")
        if not isinstance(keys, list) or len(keys) < 2 or not all(isinstance(k, str) for k in keys):
            raise table.error("[[distinct]] needs keys, a list of two or more", "distinct")
        yield from ((min(pair), max(pair)) for pair in itertools.combinations(keys, 2))


def ties(table: Table) -> Iterator[Tie]:
    """The ties of a file: [part_of], [splinter_of], [allied_with], key = { other key = years }."""
    for kind in TIE_KINDS:
        lines = table.data.get(kind, {})
        if not isinstance(lines, dict):
            raise table.error(f"[{kind}] must be a table", kind)
        for key, others in lines.items():
            if not isinstance(others, dict):
                raise table.error(f"write {key} = {{ other key = years }}", key)
            yield from (
                Tie(kind, key, other, *_span(table, key, years)) for other, years in others.items()
            )


def ties_of_entries(entries: Iterable[Entry]) -> Iterator[Tie]:
    """The ties that the entities' own part_of tells."""
    return (Tie("part_of", entry.key, entry.part_of) for entry in entries if entry.part_of)


def distinct_problems(
    pair: Pair, entries: Mapping[str, Entry], rules: Iterable[Rule]
) -> Iterator[str]:
    """What is wrong with a pair that must not be merged."""
    if missing := [key for key in pair if key not in entries]:
        yield f"the distinct {pair[0]} and {pair[1]}: {missing[0]} is not in the gazetteer"
        return
    one, other = (entries[key] for key in pair)
    if pair[0] == pair[1]:
        yield f"{pair[0]} is said to be distinct from itself"
    if not set(KIND_LABELS[one.kind]) & set(KIND_LABELS[other.kind]) & {_PLACE, _ACTOR}:
        yield f"{one.key} and {other.key} are of kinds that nobody takes for one another"
    decided = {path(rule.alias) for rule in rules}
    shared = {path(name) for name, _ in one.forms()} & {path(name) for name, _ in other.forms()}
    for words in shared - decided:
        yield f"{one.key} and {other.key} are distinct, and both are named {' '.join(words)!r}"


def tie_problems(tie: Tie, entries: Mapping[str, Entry]) -> Iterator[str]:
    """What is wrong with one tie."""
    told = f"{tie.key} {tie.kind} {tie.other}"
    for key in (tie.key, tie.other):
        if key not in entries:
            yield f"{told}: {key} is not in the gazetteer"
        elif _ACTOR not in KIND_LABELS[entries[key].kind]:
            yield f"{told}: {key} is no party"
    if tie.key == tie.other:
        yield f"{told}: nothing has a tie to itself"
    if tie.since and tie.until and tie.since > tie.until:
        yield f"{told}: it ends before it begins"


def _span(table: Table, key: str, years: object) -> tuple[int | None, int | None]:
    """The first and last year of "2012-2016", "2014", "2014-", "-2020" or ""."""
    found = _YEARS.fullmatch(years) if isinstance(years, str) else None
    if found is None:
        raise table.error(f'the years of {key} must be like "2012-2016", "2014-" or ""', key)
    since, until = found.groups()
    return int(since) if since else None, int(until) if until else None
