"""Provinces, states and regions of ISO 3166-2, as pycountry gives them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pycountry

from kg.ontology.names import Entry
from kg.ontology.tables import Table

_ADDED = re.compile(r" [\[(]|,|/")


def alpha3() -> frozenset[str]:
    """The alpha-3 codes of ISO 3166-1, those it withdrew (DDR), and XKX, in use for Kosovo."""
    countries = (*pycountry.countries, *pycountry.historic_countries)
    return frozenset(country.alpha_3 for country in countries) | {"XKX"}


def subdivisions(table: Table) -> Iterator[Entry]:
    """The subdivisions that the file's [subdivisions] table does not leave out."""
    settings: Mapping[str, Any] = table.data["subdivisions"]
    codes = {country.alpha_2: country.alpha_3 for country in pycountry.countries}
    skipped, dropped = frozenset(settings["skip"]), frozenset(settings["drop"])
    kinds = frozenset(settings["skip_types"])
    suffix = re.compile(rf" (?:{'|'.join(settings['suffixes'])})$")
    for item in pycountry.subdivisions:
        if item.country_code in skipped or item.type in kinds or item.code in dropped:
            continue
        country = codes[item.country_code]
        yield Entry(
            key=f"subdivision:{item.code}",
            name=suffix.sub("", _press(item.name)),
            kind="province",
            country=country,
            within=f"country:{country}",
        )


def _press(name: str) -> str:
    """A name without what ISO adds in brackets and after a comma or slash."""
    return _ADDED.split(name, maxsplit=1)[0].strip()
