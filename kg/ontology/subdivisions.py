"""Provinces, states and regions of ISO 3166-2, as pycountry gives them."""

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pycountry

from kg.ontology.names import Entry
from kg.ontology.tables import Table

_ADDED = re.compile(r" [\[(]|,|/")


@cache
def alpha3() -> frozenset[str]:
    """The alpha-3 codes of ISO 3166-1, those it withdrew (DDR), and XKX, in use for Kosovo."""
    countries = (*_records("3166-1"), *_records("3166-3"))
    return frozenset(country["alpha_3"] for country in countries) | {"XKX"}


def subdivisions(table: Table) -> Iterator[Entry]:
    """All subdivisions but those that the file's [subdivisions] table says stand elsewhere."""
    settings: Mapping[str, Any] = table.data["subdivisions"]
    countries = {country["alpha_2"]: country["alpha_3"] for country in _records("3166-1")}
    elsewhere, words = frozenset(settings["elsewhere"]), frozenset(settings["words"])
    minor = frozenset(settings["minor"]) | words
    minor_countries, minor_types = settings["minor_countries"], frozenset(settings["minor_types"])
    suffix = re.compile(rf" (?:{'|'.join(settings['suffixes'])})$")
    for item in _records("3166-2"):
        code, kind = item["code"], item["type"]
        if code in elsewhere:
            continue
        country, unit = countries[code[:2]], kind.split()[-1]
        name = suffix.sub("", _press(item["name"]))
        if code in words:
            name = name.removesuffix(f" {unit}")
        yield Entry(
            key=f"subdivision:{code}",
            name=f"{name} {unit.capitalize()}" if code in words else name,
            kind="province",
            country=country,
            aliases=(f"{name} {unit.lower()}",) if code in words else (),
            within=f"country:{country}",
            minor=code in minor or code[:2] in minor_countries or kind in minor_types,
        )


def _records(standard: str) -> list[dict[str, str]]:
    """The records of a part of ISO 3166; read as they are, since pycountry's index takes long."""
    file = Path(pycountry.DATABASE_DIR, f"iso{standard}.json")
    records: list[dict[str, str]] = json.loads(file.read_text(encoding="utf-8"))[standard]
    return records


def _press(name: str) -> str:
    """A name without what ISO adds in brackets and after a comma or slash."""
    plain = _ADDED.split(name.lstrip("/"), maxsplit=1)[0].strip()
    return plain[:1].upper() + plain[1:]
