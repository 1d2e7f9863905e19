"""Query packs: folders of Cypher files, read, checked and bound to parameters."""

from kg.packs.pack import Pack, builtin_packs, find_packs, load_pack, load_query
from kg.packs.query import Parameter, Query, bind, read_query, run_query

__all__ = [
    "Pack",
    "Parameter",
    "Query",
    "bind",
    "builtin_packs",
    "find_packs",
    "load_pack",
    "load_query",
    "read_query",
    "run_query",
]
