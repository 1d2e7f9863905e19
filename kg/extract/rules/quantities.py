"""Counts of people: how many were killed, injured, arrested, displaced or abducted."""

import re
from fractions import Fraction

from spacy.tokens import Token

from kg.extract.rules.phrases import real_head
from kg.ontology.classes import words
from kg.records import Quantity

KINDS = {
    **dict.fromkeys(("kill", "die", "murder", "slay", "massacre", "martyr"), "killed"),
    **dict.fromkeys(("assassinate", "behead", "execute", "hang", "lynch", "slaughter"), "killed"),
    **dict.fromkeys(("injure", "wound", "hurt", "maim"), "injured"),
    **dict.fromkeys(("arrest", "detain", "apprehend", "jail"), "arrested"),
    **dict.fromkeys(("abduct", "kidnap"), "abducted"),
    "displace": "displaced",
}
_NOUN_KINDS = {"death": "killed", "fatality": "killed", "injury": "injured", "arrest": "arrested"}
_SUFFERED = {("lose", "life"): "killed", ("sustain", "injury"): "injured"}
_SUFFERED |= {("suffer", "injury"): "injured", ("suffer", "wound"): "injured"}
_SUFFERING = {verb for verb, _ in _SUFFERED}
_STATES = {"dead": "killed", "injured": "injured", "wounded": "injured"}
_DEAD = {"dead", "deaths", "fatalities", "killed"}
_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_UNITS = {word: number for number, word in enumerate(_WORDS.split())}
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS, start=2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SCALES |= {"lakh": 100_000, "million": 1_000_000, "crore": 10_000_000}
_NUMBER_WORDS = {*_SCALES, "half"}
VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_AT_LEAST = {"least", "more", "over"}
_AT_MOST = {"most", "to"}
_BELOW = {"fewer", "less", "under"}
_RANGE = re.compile(r"(?:between |from )?([\d,]+|[a-z-]+) ?(?:-|–|to|and) ?([\d,]+|[a-z-]+)")


def number(text: str) -> int | None:
    """The whole number that ``text`` writes: ``1,200``, ``twenty-three``, ``1.5 million``."""
    total, group, seen = Fraction(0), Fraction(0), False
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower()):
        if word[0].isdigit():
            group += Fraction(word.replace(",", ""))
        elif word == "half":
            group += Fraction(1, 2)
        elif word in _UNITS:
            group += _UNITS[word]
        elif word in _TENS:
            group += _TENS[word]
        elif word in _SCALES:
            scaled = (group or Fraction(1)) * _SCALES[word]
            total, group = (
                (total + scaled, Fraction(0)) if _SCALES[word] >= 1000 else (total, scaled)
            )
        elif word != "and":
            continue
        seen = seen or word not in {"and", "half"}
    return int(total + group) if seen else None


def counted(token: Token) -> list[Quantity]:
    """The counts that a verb or noun such as ``kill``, ``death`` gives."""
    kinds = KINDS if token.pos_ == "VERB" else _NOUN_KINDS
    kind = kinds.get(token.lemma_.lower()) or _to_death(token) or suffered(token)
    if kind is None:
        return []
    people = [token] if token.pos_ == "NOUN" else _people(token)
    found = [(person, _count(person, kind)) for person in people]
    if any(count for _, count in found):
        found = [(person, count or _one(person, kind)) for person, count in found]
    return _added([count for _, count in found if count], kind)


def _to_death(verb: Token) -> str | None:
    """``shot dead``."""
    after = verb.i + 1
    dead = after < len(verb.doc) and verb.doc[after].lower_ == "dead"
    return "killed" if dead and verb.pos_ == "VERB" else None


def suffered(verb: Token) -> str | None:
    """``lost their lives``, ``sustained injuries``."""
    if verb.lemma_ not in _SUFFERING:
        return None
    harmed = {child.lemma_ for child in verb.children if child.dep_ == "dobj"}
    return next((_SUFFERED[verb.lemma_, h] for h in harmed if (verb.lemma_, h) in _SUFFERED), None)


def left_dead(verb: Token) -> list[Quantity]:
    """``left four people dead and ten injured``."""
    found = []
    if verb.lemma_.lower() == "leave":
        for token in verb.subtree:
            if token.lower_ in _STATES and (count := _state_count(token)):
                found.append(count)
    return found


def toll(noun: Token) -> list[Quantity]:
    """``the death toll rose to 334``, ``the number of dead reached 45``."""
    dead = noun.lemma_ == "toll" or any(t.lower_ in _DEAD for t in noun.subtree)
    if noun.lemma_ not in {"toll", "number"} or noun.dep_ != "nsubj" or not dead:
        return []
    verb = noun.head
    told = [c for c in verb.children if c.dep_ in {"dobj", "attr"}]
    told += [c for prep in verb.children if prep.lower_ in {"to", "at"} for c in prep.children]
    found = [count for token in told if (count := _count(token, "killed"))]
    return found[:1]


def _state_count(state: Token) -> Quantity | None:
    kind = _STATES[state.lower_]
    near = [c for c in state.children if c.dep_ in {"nsubj", "nummod", "npadvmod"}]
    if state.dep_ in {"oprd", "acomp"}:
        near += [c for c in state.head.children if c.dep_ == "dobj" and c.i < state.i]
    for token in near:
        count = _number_at(token, kind, token) if token.dep_ == "nummod" else _count(token, kind)
        if count:
            return count
    return None


def _people(verb: Token) -> list[Token]:
    suffers = verb.lemma_ == "die" or suffered(verb)
    slots = {"nsubj"} if suffers else {"dobj", "nsubjpass"}
    heads = [c for c in verb.children if c.dep_ in slots]
    if not heads and verb.dep_ == "acl":
        heads = [verb.head]
    found = []
    for head in heads:
        inner = head if head.lower_ in VAGUE else counted_noun(head)
        found += [inner, *inner.conjuncts] if head.dep_ != "conj" else [inner]
    return found


def counted_noun(token: Token) -> Token:
    """The noun behind ``a total of``, ``a group of``; of ``19 of its men`` the number counts."""
    return token if token.pos_ == "NUM" else real_head(token)


def _count(person: Token, kind: str) -> Quantity | None:
    for child in person.children:
        if child.dep_ == "nummod":
            return _number_at(child, kind, person)
    if person.lower_ in VAGUE:
        return Quantity(kind, VAGUE[person.lower_], None, person.text)
    if person.pos_ == "NUM" or (person.lemma_ in _SCALES and person.tag_ == "NN"):
        return _number_at(person, kind, person)
    article = next((c for c in person.children if c.lower_ in {"a", "an"}), None)
    if person.tag_ == "NN" and article is not None:
        return Quantity(kind, 1, 1, person.doc[article.i : person.i + 1].text)
    return None


def _one(person: Token, kind: str) -> Quantity | None:
    """One person, in a list with a count: ``the mayor``, ``his wife``, a name."""
    if person.tag_ not in {"NN", "NNP"} or person.lemma_.lower() in words("partitives"):
        return None
    return Quantity(kind, 1, 1, person.text)


def _number_at(num: Token, kind: str, person: Token) -> Quantity | None:
    tokens = sorted([num, *(t for t in num.subtree if t is not num)], key=lambda t: t.i)
    text = num.doc[tokens[0].i : max(num.i, person.i) + 1].text
    first = tokens[0].i - (tokens[0].i > 0 and tokens[0].nbor(-1).lower_ in {"between", "from"})
    last = max(t.i for t in tokens if t.pos_ == "NUM" or t is num)
    if bounds := _range(num.doc[first : last + 1].text):
        return Quantity(kind, *bounds, text)
    value = number(" ".join(t.text for t in tokens if t.pos_ == "NUM" or t.lower_ in _NUMBER_WORDS))
    if value is None:
        return None
    lower = {t.lower_ for t in tokens}
    if lower & _BELOW and "than" in lower:
        return Quantity(kind, 0, value - 1, text)
    if lower & _AT_LEAST and not lower & {"most"}:
        return Quantity(kind, value, None, text)
    upper = lower & _AT_MOST and lower & {"up", "at"}
    return Quantity(kind, 0 if upper else value, value, text)


def _range(text: str) -> tuple[int, int] | None:
    """``5,000 to 6,000``, ``between ten and 15``."""
    lead = text.lower().startswith(("between ", "from "))
    for match in _RANGE.finditer(text.lower()):
        low, high = number(match[1]), number(match[2])
        plain = lead or " and " not in match[0]
        if plain and low is not None and high is not None and low < high:
            return low, high
    return None


def _added(found: list[Quantity], kind: str) -> list[Quantity]:
    """``nine children and a woman``: one count of ten."""
    if len(found) < 2:
        return found
    top = None if any(q.max is None for q in found) else sum(q.max or 0 for q in found)
    return [Quantity(kind, sum(q.min for q in found), top, " and ".join(q.text for q in found))]
