"""Keys as the graph has them, whatever spelling of a name the resolver settles on."""

from kg.ids import entity_key
from kg.resolve.names import canonical


def key_named(name: str, kind: str = "person") -> str:
    """The key of a name that no list knows."""
    return entity_key(kind, canonical(kind, name), None)
