"""A picture of a graph: who does what to whom, as SVG."""

from collections.abc import Mapping

from kg.draw.svg import drawing
from kg.draw.ties import COLUMNS, Picture, picture
from kg.records import Table

__all__ = ["COLUMNS", "Picture", "draw"]


def draw(table: Table, event_types: Mapping[str, str | None]) -> str:
    """The short edges in ``table`` (columns as in ``COLUMNS``) as an SVG document.

    ``event_types`` gives the PLOVER type of each relation, which decides the colour; a relation
    that is not there, or has none, counts as lasting. The order of rows does not matter.
    """
    return drawing(picture(table, event_types))
