"""What a name is under all its spellings, and which names are short forms of others."""

from kg.resolve.names.canonical import canonical
from kg.resolve.names.person import alone, person_like, person_words, stands_for
from kg.resolve.names.short import given_alone, of_a_country, short_body, short_person, within
from kg.resolve.names.words import name_words

__all__ = [
    "alone",
    "canonical",
    "given_alone",
    "name_words",
    "of_a_country",
    "person_like",
    "person_words",
    "short_body",
    "short_person",
    "stands_for",
    "within",
]
