"""Names of actors and places, worldwide: loads the data and finds names in texts.

The data are the TOML files of ``kg/ontology/gazetteer`` and the subdivisions of ISO 3166-2; files
of the user's own are added with ``load_gazetteer(extra)`` and win over both.
"""

import gc
import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.ids import key_parts
from kg.ontology.cities import cities
from kg.ontology.context import Care, Context, read_care
from kg.ontology.gazetteer_lint import clashes, entry_problems, rule_problems
from kg.ontology.matcher import Matcher, Sense, best_first
from kg.ontology.names import Entry, NameForm, NameMatch, Pair, Role, RoleKind, Rule, Tie
from kg.ontology.roles import Roles, read_roles
from kg.ontology.subdivisions import subdivisions
from kg.ontology.tables import Table, entries, read_table, rules
from kg.ontology.ties import distinct, distinct_problems, tie_problems, ties, ties_of_entries
from kg.ontology.version import ontology_version
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
    "Tie",
    "load_gazetteer",
]


class Gazetteer:
    """All entities, the names under which they are found, and what is known between them.

    ``distinct`` are pairs of keys that are never one entity, however alike their names; ``ties``
    say which group belongs to which, split from it or is allied with it. ``version`` is a hash of
    the whole ontology, with the user's own files.
    """

    def __init__(
        self,
        found: Mapping[str, Entry],
        rules: Iterable[Rule],
        *,
        order: tuple[str, ...],
        roles: Roles,
        care: Care,
        distinct: Iterable[Pair] = (),
        ties: Iterable[Tie] = (),
        version: str = "",
    ) -> None:
        self.entries: Mapping[str, Entry] = found
        self.rules: tuple[Rule, ...] = tuple(rules)
        self.distinct: tuple[Pair, ...] = tuple(sorted(set(distinct)))
        self.ties: tuple[Tie, ...] = tuple(ties)
        self.version = version
        self._ties = _by_party(self.ties)
        self._roles = roles
        self._bodies = {(e.role, e.country): e for e in found.values() if e.role}
        self._context = Context(care, self.rules)
        self._matcher = Matcher(_senses(found.values(), self.rules, order))

    def match(self, text: str) -> tuple[NameMatch, ...]:
        """Every name in the text, left to right, longest first; a possessive 's is not part."""
        return self._context.choose(text, self._matcher.find(text))

    def match_all(self, texts: Iterable[str]) -> tuple[tuple[NameMatch, ...], ...]:
        """The names in each paragraph of an article, read with the countries of all of them."""
        found = [(text, tuple(self._matcher.find(text))) for text in texts]
        around = self._context.countries(name for _, names in found for name in names)
        return tuple(self._context.choose(text, names, around) for text, names in found)

    def country(self, alpha3: str) -> Entry:
        """The country of an ISO 3166 alpha-3 code; KeyError where there is none."""
        return self.entries[f"country:{alpha3}"]

    def kind_of(self, key: str) -> str | None:
        """The kind of an entity by its key, which may be kind/country/name; None where unknown."""
        parts = key_parts(key)
        entry = self.entries.get(key)
        return parts[0] if parts else entry.kind if entry else None

    def ties_of(self, key: str) -> tuple[Tie, ...]:
        """The ties of which an entity is either party."""
        return self._ties.get(key, ())

    def body(self, role: str, country: str) -> Entry | None:
        """The body of a country that has a name of its own for a role: the Knesset."""
        return self._bodies.get((role, country))

    def tells_role(self, word: str) -> bool:
        """Whether some role is told with a word in small letters."""
        return self._roles.tells(word)

    def role(self, phrase: str) -> Role | None:
        """The role that a phrase in small letters names, in singular or plural."""
        return self._roles.find(phrase)


@cache
def load_gazetteer(extra: tuple[Path, ...] = ()) -> Gazetteer:
    """The gazetteer with the user's own files; what is wrong in one is an OntologyError."""
    with _uncollected():
        return _loaded(extra)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for garbage: all that loading makes is kept, and looking it through takes long."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def _loaded(extra: tuple[Path, ...]) -> Gazetteer:
    """The data of kg and the user's files, checked and laid out for finding."""
    shipped = {file.stem: read_table(file) for file in sorted(DATA.glob("*.toml"))}
    roles, settings = read_roles(shipped.pop("roles")), shipped["rules"].data
    added = tuple(map(read_table, extra))
    found = {entry.key: entry for entry in subdivisions(shipped["subdivisions"])}
    found |= {entry.key: entry for entry in cities(DATA / "cities.tsv")}
    for table in shipped.values():
        _add(found, table, new=table.path.stem != "subdivisions")
    for table in added:
        _add(found, table, new=False)
    all_rules = [rule for table in (*added, *shipped.values()) for rule in rules(table)]
    for table in added:
        _check(table, found, all_rules)
    tables = (*shipped.values(), *added)
    return Gazetteer(
        found,
        all_rules,
        order=tuple(settings["order"]),
        roles=roles,
        care=read_care(settings["care"], roles.words()),
        distinct=[pair for table in tables for pair in distinct(table)],
        ties=_latest(
            itertools.chain(ties_of_entries(found.values()), *(ties(table) for table in tables))
        ),
        version=ontology_version(extra),
    )


def _latest(ties: Iterable[Tie]) -> Iterable[Tie]:
    """Each tie once, as the last to tell it does: the user's own files come after ours."""
    return {(tie.kind, tie.key, tie.other): tie for tie in ties}.values()


def _by_party(ties: Iterable[Tie]) -> Mapping[str, tuple[Tie, ...]]:
    """The ties of each entity, by key."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties:
        for key in {tie.key, tie.other}:
            found[key].append(tie)
    return {key: tuple(of_it) for key, of_it in found.items()}


def _add(found: dict[str, Entry], table: Table, new: bool) -> None:
    """Add a file's entities; a known key gains names, unless every key has to be new."""
    for entry in entries(table):
        known = found.get(entry.key)
        if known and new:
            raise table.error(f"{entry.key} is in the gazetteer already", entry.name)
        found[entry.key] = _merge(known, entry) if known else entry


def _check(table: Table, found: Mapping[str, Entry], all_rules: Iterable[Rule]) -> None:
    """Refuse a user's file for the first thing that is wrong in it."""
    own = {entry.key: entry for entry in entries(table)}
    for entry in own.values():
        for what in entry_problems(entry, found):
            raise table.error(f"{entry.name}: {what}", entry.name)
    for rule in rules(table):
        for what in rule_problems(rule, found):
            raise table.error(what, rule.alias)
    for pair in distinct(table):
        for what in distinct_problems(pair, found, all_rules):
            raise table.error(what, pair[0])
    for tie in ties(table):
        for what in tie_problems(tie, found):
            raise table.error(what, tie.key)
    for names, what in clashes(found, all_rules):
        for key, name in names.items():
            if key in own:
                raise table.error(what, name)


def _merge(known: Entry, entry: Entry) -> Entry:
    """The entity under its newer name, with the names of both; a minor one's were not enough."""
    aliases = entry.aliases if known.minor else (*known.aliases, *entry.aliases, known.name)
    return replace(
        entry,
        aliases=tuple(dict.fromkeys(name for name in aliases if name != entry.name)),
        demonyms=tuple(dict.fromkeys((*known.demonyms, *entry.demonyms))),
        within=entry.within or known.within,
        capital_of=entry.capital_of or known.capital_of,
        part_of=entry.part_of or known.part_of,
        role=entry.role or known.role,
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
