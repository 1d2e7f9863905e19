"""Brings a graph in line with decisions: the claims they touch are resolved anew.

A claim's edges keep the words and the key of what each names, so that claims can be read back as
they were before any decision. All of it is one transaction.
"""

from kg.regraph.follow import regraph
from kg.regraph.lookup import absent, find_key, keys_named

__all__ = ["absent", "find_key", "keys_named", "regraph"]
