"""What can be wrong with the gazetteer's data, told as half sentences about an entity or a rule."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from kg.ontology.names import Entry, Pair, Rule, Tie
from kg.ontology.subdivisions import alpha3
from kg.ontology.ties import distinct_problems, tie_problems
from kg.ontology.words import path
from kg.schema import KIND_LABELS

Entries = Mapping[str, Entry]


def problems(
    entries: Entries, rules: Iterable[Rule], distinct: Iterable[Pair] = (), ties: Iterable[Tie] = ()
) -> tuple[str, ...]:
    """One sentence for each thing that is wrong with the gazetteer; none: it is sound."""
    rules = tuple(rules)
    return (
        *(f"{key} is filed under another key" for key, e in entries.items() if key != e.key),
        *(f"{e.key}: {what}" for e in entries.values() for what in entry_problems(e, entries)),
        *(what for rule in rules for what in rule_problems(rule, entries)),
        *(what for _, what in clashes(entries, rules)),
        *(what for pair in distinct for what in distinct_problems(pair, entries, rules)),
        *(what for tie in ties for what in tie_problems(tie, entries)),
    )


def entry_problems(entry: Entry, entries: Entries) -> Iterator[str]:
    """What is wrong with one entity among all."""
    if entry.kind not in KIND_LABELS:
        yield f"{entry.kind} is no kind of entity"
    for code in filter(None, (entry.country, entry.capital_of)):
        if code not in alpha3() or f"country:{code}" not in entries:
            yield f"{code} is no ISO 3166 alpha-3 code of a country"
    for other in filter(None, (entry.within, entry.part_of)):
        if other not in entries:
            yield f"{other} is not in the gazetteer"
    for name, _ in entry.forms():
        if len(name) < 2 or not path(name):
            yield f"{name!r} is too short for a name"
        elif name == name.lower():
            yield f"{name!r} has no capital and would match ordinary words"


def rule_problems(rule: Rule, entries: Entries) -> Iterator[str]:
    """What is wrong with one rule for a name that several bear."""
    for key in (rule.winner, *(key for _, key in rule.unless_near)):
        if key != "none" and key not in entries:
            yield f"the rule for {rule.alias!r} names {key}, which is not in the gazetteer"


def clashes(entries: Entries, rules: Iterable[Rule]) -> Iterator[tuple[dict[str, str], str]]:
    """Names that two entities of one kind bear without a rule: name by key, and a sentence.

    A minor place gives way to every other, and among minor ones the country named decides.
    """
    decided = {path(rule.alias) for rule in rules}
    bearers: dict[tuple[str, tuple[str, ...]], dict[str, str]] = defaultdict(dict)
    for entry in entries.values():
        for name, _ in () if entry.minor else entry.forms():
            bearers[entry.kind, path(name)][entry.key] = name
    roles: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
    for entry in entries.values():
        if entry.role:
            roles[entry.role, entry.country][entry.key] = entry.name
    for (role, country), names in roles.items():
        if len(names) > 1:
            yield names, f"{' and '.join(names)} are both the {role} of {country}"
    for (kind, words), names in bearers.items():
        if len(names) > 1 and words not in decided:
            keys, name = " and ".join(names), next(iter(names.values()))
            yield names, f"{name!r} names two of kind {kind}, {keys}: add an [[ambiguous]] rule"
