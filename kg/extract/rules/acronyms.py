"""Names that the text itself gives a short form: ``Platform of Coastal Farmers (PCF)``."""

from collections.abc import Container, Iterator

from spacy.tokens import Doc, Span, Token

from kg.ontology.classes import words

_LONGEST = 12


def introduced(doc: Doc, whole: Container[int]) -> Iterator[Span]:
    """The names before short forms in brackets.

    Where the initials spell the short form, the name begins with the first of them; else it is what
    stands in capitals behind ``the``. ``whole`` are the tokens with which a known name ends.
    """
    for bracket in doc if "(" in doc.text else ():
        short = _short(bracket)
        name = _name(bracket, short, whole) if short and bracket.i else None
        if name is not None and not any(t.lower_ in words("papers") for t in name):
            yield name


def short_form(name: Span, known: Container[int]) -> str | None:
    """The acronym in brackets right behind a name: ``X Y Front (XYF)``.

    One that is a known name, as a token of ``known``, must begin as the name does.
    """
    after = name.end
    short = _short(name.doc[after]) if after < len(name.doc) else None
    other = after + 1 in known and short is not None and short[0] != name.text[0].upper()
    return None if other else short


def initials(name: Span) -> str:
    """The initials of three and more words with a capital; of fewer, nothing."""
    said = "".join(token.text[0] for token in name if token.text[0].isupper())
    return said if len(said) > 2 else ""


def _short(bracket: Token) -> str | None:
    """The acronym in brackets that open here."""
    if bracket.text != "(":
        return None
    after = bracket.doc[bracket.i + 1 : bracket.i + 3]
    if len(after) < 2 or after[1].text not in {")", ","}:
        return None
    short = after[0].text
    return short if short.isupper() and short.isalpha() and 1 < len(short) < 8 else None


def _name(bracket: Token, short: str, whole: Container[int]) -> Span | None:
    doc, first = bracket.doc, bracket.i
    capitals: list[int] = []
    while first > max(bracket.sent.start, bracket.i - _LONGEST) and _part(doc[first - 1]):
        first -= 1
        if doc[first].text[0].isupper():
            capitals.append(first)
        if spells(doc[first : bracket.i], short):
            return doc[first : bracket.i]
    behind = capitals and capitals[-1] > 0 and doc[capitals[-1] - 1].lower_ == "the"
    if len(capitals) > 1 and behind and bracket.i - 1 not in whole:
        return doc[capitals[-1] : bracket.i]
    return None


def spells(name: Span, short: str) -> bool:
    """Whether the initials of a name are its short form; small words may be left out."""
    letters = short.lower()
    said = "".join(token.lower_[0] for token in name if token.text[0].isupper())
    every = "".join(token.lower_[0] for token in name if token.is_alpha)
    return name[0].text[0].isupper() and letters in {said, every}


def _part(token: Token) -> bool:
    capital = token.text[0].isupper() and token.is_alpha
    return (
        capital
        or token.lower_ in words("body_links")
        or token.text in {"-", "'", "’"}
        or token.tag_ == "POS"
    )
