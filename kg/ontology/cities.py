"""The large cities of the world that cities.toml does not have, from GeoNames (CC BY 4.0)."""

from collections.abc import Iterator
from pathlib import Path

from kg.ontology.names import Entry
from kg.ontology.tables import slugify


def cities(path: Path) -> Iterator[Entry]:
    """The cities of cities.tsv, largest first; a line is country, name, further names, size."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            country, name, also, size = line.split("\t")
            yield Entry(
                key=f"city:{slugify(name)}-{country.lower()}",
                name=name,
                kind="city",
                country=country,
                aliases=tuple(also.split("|")) if also else (),
                within=f"country:{country}",
                minor=not size,
            )
