"""Works out anew what depends on many claims: who is who as decisions say, and events.

A claim's edges keep the words and the key of what each names, so that claims can be read back as
they were before any decision. All of it is one transaction.
"""

from kg.regraph.articles import exchange
from kg.regraph.follow import apart, regraph
from kg.regraph.lookup import absent, find_key, find_other_kind, keys_named

__all__ = ["absent", "apart", "exchange", "find_key", "find_other_kind", "keys_named", "regraph"]
