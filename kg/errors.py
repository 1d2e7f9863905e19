"""Every error that kg raises on purpose; the command line catches ``KgError`` once.

KgError
├── ConfigError            a setting is missing or makes no sense
├── InputError             an article or a file cannot be read
├── OntologyError          the ontology, lexicon or gazetteer data is wrong
├── DecisionError          a decision cannot stand, or the file of decisions is wrong
├── ExtractorError         a named extractor or language model cannot be had
├── PackError              a query file, its header or a parameter is wrong
├── QueryError             the store refused a query
│   └── WriteRefused       a query tried to write
└── StoreError             the store cannot be used
    ├── StoreDown          nothing answers at the address
    ├── WrongPassword      the server refused user or password
    └── StoreLocked        another process has the embedded database open

A message is one sentence that says what was wrong, where, and what to do.
"""


class KgError(Exception):
    """The root of all errors that kg raises on purpose."""


class ConfigError(KgError):
    """A setting is missing or makes no sense."""


class InputError(KgError):
    """An article or a file cannot be read."""


class OntologyError(KgError):
    """The ontology, lexicon or gazetteer data is wrong."""


class DecisionError(KgError):
    """A decision cannot stand, or the file of decisions is wrong."""


class ExtractorError(KgError):
    """A named extractor or language model cannot be had."""


class PackError(KgError):
    """A query file, its header or a parameter is wrong."""


class QueryError(KgError):
    """The store refused a query."""


class WriteRefused(QueryError):
    """A query tried to write."""


class StoreError(KgError):
    """The store cannot be used."""


class StoreDown(StoreError):
    """Nothing answers at the address."""


class WrongPassword(StoreError):
    """The server refused user or password."""


class StoreLocked(StoreError):
    """Another process has the embedded database open."""
