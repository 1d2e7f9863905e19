"""Counts of people: how many were killed, injured, arrested, displaced or abducted."""

import re

from spacy.tokens import Token

from kg.records import Quantity

KINDS = {
    **dict.fromkeys(("kill", "die", "murder", "slay", "massacre", "martyr"), "killed"),
    **dict.fromkeys(("injure", "wound", "hurt"), "injured"),
    **dict.fromkeys(("arrest", "detain"), "arrested"),
    **dict.fromkeys(("abduct", "kidnap"), "abducted"),
    "displace": "displaced",
}
_NOUN_KINDS = {"death": "killed", "fatality": "killed", "injury": "injured", "arrest": "arrested"}
_STATES = {"dead": "killed", "injured": "injured", "wounded": "injured"}
_WORDS = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
"""
_UNITS = {word: number for number, word in enumerate(_WORDS.split())}
_TENS_WORDS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_TENS = {word: 10 * number for number, word in enumerate(_TENS_WORDS, start=2)}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000}
_SCALES |= {"lakh": 100_000, "million": 1_000_000, "crore": 10_000_000}
_VAGUE = {"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000}
_AT_LEAST = {"least", "more", "over"}
_AT_MOST = {"most", "to", "fewer", "less"}


def number(words: str) -> int | None:
    """The whole number that ``words`` write: ``1,200``, ``twenty-three``, ``two dozen``."""
    total, group, seen = 0, 0, False
    for word in re.findall(r"\d[\d,]*|[a-z]+", words.lower()):
        if word[0].isdigit():
            group += int(word.replace(",", ""))
        elif word in _UNITS:
            group += _UNITS[word]
        elif word in _TENS:
            group += _TENS[word]
        elif word in _SCALES:
            scaled = max(group, 1) * _SCALES[word]
            total, group = (total + scaled, 0) if _SCALES[word] >= 1000 else (total, scaled)
        elif word != "and":
            continue
        seen = seen or word != "and"
    return total + group if seen else None


def counted(token: Token) -> list[Quantity]:
    """The counts that a verb or noun such as ``kill``, ``death`` gives."""
    kinds = KINDS if token.pos_ == "VERB" else _NOUN_KINDS
    kind = kinds.get(token.lemma_.lower()) or _to_death(token)
    if kind is None:
        return []
    people = [token] if token.pos_ == "NOUN" else _people(token)
    found = [count for person in people if (count := _count(person, kind))]
    return _added(found, kind)


def _to_death(verb: Token) -> str | None:
    """``shot dead``."""
    after = verb.i + 1
    dead = after < len(verb.doc) and verb.doc[after].lower_ == "dead"
    return "killed" if dead and verb.pos_ == "VERB" else None


def left_dead(verb: Token) -> list[Quantity]:
    """``left four people dead and ten injured``."""
    found = []
    if verb.lemma_.lower() == "leave":
        for token in verb.subtree:
            if token.lower_ in _STATES and (count := _state_count(token)):
                found.append(count)
    return found


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
    slots = {"dobj", "nsubjpass"} | ({"nsubj"} if verb.lemma_ == "die" else set())
    heads = [c for c in verb.children if c.dep_ in slots]
    if not heads and verb.dep_ == "acl":
        heads = [verb.head]
    found = []
    for head in heads:
        found += [head, *head.conjuncts] if head.dep_ != "conj" else [head]
    return found


def _count(person: Token, kind: str) -> Quantity | None:
    for child in person.children:
        if child.dep_ == "nummod":
            return _number_at(child, kind, person)
    if person.lower_ in _VAGUE:
        return Quantity(kind, _VAGUE[person.lower_], None, person.text)
    if person.pos_ == "NUM":
        return _number_at(person, kind, person)
    article = next((c for c in person.children if c.lower_ in {"a", "an"}), None)
    if person.tag_ == "NN" and article is not None:
        return Quantity(kind, 1, 1, f"{article.text} {person.text}")
    return None


def _number_at(num: Token, kind: str, person: Token) -> Quantity | None:
    words = sorted([num, *(t for t in num.subtree if t is not num)], key=lambda t: t.i)
    text = num.doc[words[0].i : max(num.i, person.i) + 1].text
    lower = {t.lower_ for t in words}
    span = re.match(r"([\d,]+)\s*(?:-|–|to)\s*([\d,]+)$", num.doc[words[0].i : num.i + 1].text)
    if span:
        return Quantity(kind, number(span[1]) or 0, number(span[2]), text)
    value = number(" ".join(t.text for t in words if t.pos_ == "NUM" or t.lower_ in _SCALES))
    if value is None:
        return None
    if lower & _AT_LEAST and not lower & {"most"}:
        return Quantity(kind, value, None, text)
    return Quantity(kind, 0 if lower & _AT_MOST and "up" in lower else value, value, text)


def _added(found: list[Quantity], kind: str) -> list[Quantity]:
    """``nine children and a woman``: one count of ten."""
    if len(found) < 2:
        return found
    top = None if any(q.max is None for q in found) else sum(q.max or 0 for q in found)
    return [Quantity(kind, sum(q.min for q in found), top, " and ".join(q.text for q in found))]
