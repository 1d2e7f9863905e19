"""Whether one name is a short form of another, by its words."""

from kg.resolve.names.person import alone, stands_for
from kg.resolve.names.spellings import spellings


def short_person(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``Diallo``, ``A. Diallo``, ``Amadou Diallo`` for ``Amadou Bah Diallo``.

    A father's name is no short form of his son's.
    """
    born, short = spellings().generations, _named(short)
    if len(short) == 1:
        people = [word for word in full if word not in born]
        return len(short[0]) > 1 and len(people) > 1 and people[-1] in alone(short[0])
    if short == full or (full[-1] in born and short[-1] != full[-1]):
        return False
    if len(short) < len(full) and short in (full[: len(short)], full[-len(short) :]):
        return True
    return _initialed(short, full)


def given_alone(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is the first word of a longer one: ``Khawaja``, ``Aung``."""
    short = _named(short)
    return len(short) == 1 and len(full) > 1 and full[0] in alone(short[0]) and len(short[0]) > 1


def within(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether a name is a word between others: ``Quispe`` of ``Elena Quispe Tamayo``."""
    return len(short) == 1 and len(short[0]) > 1 and not alone(short[0]).isdisjoint(full[1:-1])


def short_body(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """``Wagner`` for ``Wagner Group``, ``KNU`` for ``Karen National Union``."""
    known = spellings()
    if len(short) < len(full) and full[: len(short)] == short:
        return known.tails.issuperset(full[len(short) :])
    letters = "".join(word[0] for word in full if word not in known.unsaid)
    return len(short) == 1 and len(letters) > 2 and letters == short[0]


def of_a_country(words: tuple[str, ...]) -> bool:
    """Whether a body's name is made of words of every country, and so one country's: its army."""
    return spellings().generic.union(spellings().unsaid).issuperset(words)


def _named(words: tuple[str, ...]) -> tuple[str, ...]:
    """The name behind a word of respect: ``Mullah Omar``."""
    return words[1:] if len(words) == 2 and words[0] in spellings().respect else words


def _initialed(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """The same last name, and the other words or their initials in the same order."""
    if len(short) > len(full) or short[-1] != full[-1]:
        return False
    if not stands_for(short[0], full[0]):
        return False
    left = iter(full[1:-1])
    return all(any(stands_for(word, other) for other in left) for word in short[1:-1])
