"""Names of actors and places, worldwide: loads the data and finds names in texts.

The data are the TOML files of ``kg/ontology/gazetteer`` and the subdivisions of ISO 3166-2; files
of the user's own are added with ``load_gazetteer(extra)`` and win over both.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.ontology.matcher import Matcher, Sense, best_first
from kg.ontology.names import Entry, NameForm, NameMatch, Role, RoleKind, Rule
from kg.ontology.roles import Roles, read_roles
from kg.ontology.subdivisions import subdivisions
from kg.ontology.tables import Table, entries, read_table, rules
from kg.ontology.words import path

DATA = Path(__file__).parent / "gazetteer"

__all__ = [
    "DATA",
    "Entry",
    "Gazetteer",
    "NameForm",
    "NameMatch",
    "Role",
    "RoleKind",
    "load_gazetteer",
]


class Gazetteer:
    """All entities, and the names under which they are found."""

    def __init__(
        self,
        found: Mapping[str, Entry],
        rules: Iterable[Rule],
        order: tuple[str, ...],
        roles: Roles,
    ) -> None:
        self.entries: Mapping[str, Entry] = found
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.order = order
        self._roles = roles
        self._matcher = Matcher(_senses(found.values(), self.rules, order))

    def match(self, text: str) -> tuple[NameMatch, ...]:
        """Every name in the text, left to right, longest first; a possessive 's is not part."""
        return self._matcher.match(text)

    def country(self, alpha3: str) -> Entry:
        """The country of an ISO 3166 alpha-3 code; KeyError where there is none."""
        return self.entries[f"country:{alpha3}"]

    def role(self, phrase: str) -> Role | None:
        """The role that a phrase in small letters names, in singular or plural."""
        return self._roles.find(phrase)


@cache
def load_gazetteer(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer with the user's own files; what is wrong in one is an OntologyError."""
    settings = {file.stem: read_table(file) for file in sorted(DATA.glob("*.toml"))}
    roles = read_roles(settings.pop("roles"))
    tables, added = tuple(settings.values()), tuple(map(read_table, extra))
    found = {entry.key: entry for entry in subdivisions(settings["subdivisions"])}
    for table in tables:
        _add(found, table, new=table.path.stem != "subdivisions")
    for table in added:
        _add(found, table, new=False)
    return Gazetteer(
        found,
        [rule for table in (*added, *tables) for rule in rules(table)],
        tuple(settings["rules"].data["order"]),
        roles,
    )


def _add(found: dict[str, Entry], table: Table, new: bool) -> None:
    """Add a file's entities; a known key gains names, unless every key has to be new."""
    for entry in entries(table):
        known = found.get(entry.key)
        if known and new:
            raise table.error(f"{entry.key} is in the gazetteer already", entry.name)
        found[entry.key] = _merge(known, entry) if known else entry


def _merge(known: Entry, entry: Entry) -> Entry:
    """The entity under its newer name, with the names of both."""
    aliases = (*known.aliases, *entry.aliases, known.name)
    return replace(
        entry,
        aliases=tuple(dict.fromkeys(name for name in aliases if name != entry.name)),
        demonyms=tuple(dict.fromkeys((*known.demonyms, *entry.demonyms))),
        within=entry.within or known.within,
        capital_of=entry.capital_of or known.capital_of,
        part_of=entry.part_of or known.part_of,
    )


def _senses(
    found: Iterable[Entry], rules: Iterable[Rule], order: tuple[str, ...]
) -> dict[tuple[str, ...], tuple[Sense, ...]]:
    """The words of every name with its readings, best first; no reading: no name."""
    candidates: dict[tuple[str, ...], list[Sense]] = defaultdict(list)
    for entry in found:
        for name, form in entry.forms():
            words = path(name)
            if all(sense.entry.key != entry.key for sense in candidates[words]):
                candidates[words].append(Sense(entry, form))
    winners = {path(rule.alias): rule.winner for rule in reversed(tuple(rules))}
    ranks = {kind: rank for rank, kind in enumerate(order)}
    senses = {
        words: best_first(readings, ranks, winners.get(words))
        for words, readings in candidates.items()
        if words
    }
    return senses | {words: () for words, winner in winners.items() if winner == "none"}
