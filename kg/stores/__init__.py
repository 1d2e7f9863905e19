"""Where graphs are kept: in a folder of this machine, or on a Neo4j server."""

from pathlib import Path

from kg.errors import StoreError
from kg.stores.base import GraphStore

SCHEMES = ("bolt", "bolt+s", "bolt+ssc", "neo4j", "neo4j+s", "neo4j+ssc")

__all__ = ["GraphStore", "open_store"]


def open_store(
    address: str,
    *,
    user: str = "neo4j",
    password: str | None = None,
    database: str = "neo4j",
    create: bool = True,
) -> GraphStore:
    """The store at ``address``: a Neo4j server's URL, or the folder of an embedded database.

    ``user``, ``password`` and ``database`` count for a server alone. Where ``create`` is false, an
    embedded database that does not exist is an error. Raises StoreError and its kinds.
    """
    scheme, found, _ = address.partition("://")
    if not found:
        from kg.stores.embedded import EmbeddedStore

        return EmbeddedStore(Path(address), create=create)
    if scheme not in SCHEMES:
        raise StoreError(
            f"The store address starts with {scheme}://, which kg cannot read; "
            f"use a path, or one of {', '.join(f'{name}://' for name in SCHEMES)}."
        )
    from kg.stores.neo4j import Neo4jStore

    return Neo4jStore(address, user=user, password=password, database=database)
