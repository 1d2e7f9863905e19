"""What may be amiss with a graph, and how each of it is mended."""

from dataclasses import dataclass
from typing import NamedTuple

from kg.decide import Identities
from kg.ontology.gazetteer import Gazetteer
from kg.schema import Schema


@dataclass(frozen=True, slots=True)
class Finding:
    """Something amiss with ``items``: ids, keys or names, in order.

    ``mend`` says what to do. ``derived`` tells that what is wrong can be worked out anew from the
    rest of the graph, so that a repair does so.
    """

    what: str
    items: tuple[str, ...]
    mend: str
    derived: bool = False


class Present(NamedTuple):
    """What a graph is to agree with: ``label`` names what reads articles now."""

    schema: Schema
    gazetteer: Gazetteer
    identities: Identities
    label: str
