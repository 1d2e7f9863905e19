"""What is said of others and is an act of its own: that they must do it, or are to blame.

PLOVER counts "A said that B must withdraw" as REQUEST and "A said B was behind the raid" as ACCUSE,
though there is no verb of demanding or accusing. "A said it was not behind the raid" is a denial,
and without the "not" a claim of responsibility.
"""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.rules.actors import acting
from kg.extract.rules.arguments import Roles, roles
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import Found
from kg.extract.rules.passage import Passage
from kg.extract.rules.triggers import Hit
from kg.ontology.classes import words
from kg.ontology.governors import load_governors
from kg.ontology.patterns import Pattern
from kg.ontology.relations import Lexicon, Trigger

_DUTIES = {"must": "DEMANDS", "should": "URGES", "ought": "URGES"}
"""Auxiliaries of duty, and what it is to say that others have it."""

_DECREE = {"declare", "decree"}
"""Verbs that say what others must do, besides those of saying."""

_APART = {"armed_group", "group"}
"""Kinds of actors that do not speak for their country."""

_CAMEO = {
    "DEMANDS": "10",
    "URGES": "10",
    "ACCUSES": "112",
    "DENIES": "016",
    "CLAIMS_RESPONSIBILITY": "015",
}


def sayings(sentence: Span, passage: Passage, lexicon: Lexicon) -> Iterator[Draft]:
    """What speakers say that others must do or have done wrong, and what wrong is not theirs."""
    for token in sentence:
        if token.dep_ == "ccomp" and _says(token.head):
            around = roles(token.head)
            source = acting(passage, [t for t in around["subj"] if not _neutral(t)])
            target = acting(passage, _of_whom(token, around))
            own = bool(source and target) and _same_side(source[0], target[0])
            name = _amounts_to(token, own) if source and target else None
            if name is not None:
                trigger = _trigger(lexicon, name, token.head)
                hit = Hit(token.head, token.head, (trigger,), around)
                aim = [] if own else target
                yield Draft(
                    hit, trigger, source, aim, content=[token], source_tokens=list(around["subj"])
                )


def _neutral(speaker: Token) -> bool:
    """Witnesses and sources tell what happened, and blame nobody."""
    return speaker.lemma_.lower() in words("tellers")


def _amounts_to(clause: Token, own: bool) -> str | None:
    """The relation that saying the clause of others, or of one's ``own`` side, amounts to."""
    duty = next((_DUTIES[c.lower_] for c in clause.children if c.lower_ in _DUTIES), None)
    if duty is not None:
        return None if own else duty
    if not _blames(clause):
        return None
    cleared = any(t.dep_ == "neg" or t.lower_ in {"no", "nothing"} for t in _predicate(clause))
    if cleared:
        return "DENIES" if own else None
    admitted = "CLAIMS_RESPONSIBILITY" if clause.lemma_.lower() not in words("wrongs") else None
    return admitted if own else "ACCUSES"


def _of_whom(clause: Token, around: Roles) -> list[Token]:
    """Of whom it is said: ``told B it must leave`` means B by the pronoun."""
    told = [*around["dative"], *around["obj"]]
    subject = roles(clause)["subj"]
    return told if told and all(t.pos_ == "PRON" for t in subject) else subject


def _blames(clause: Token) -> bool:
    """``were to blame``, ``is guilty``, ``was behind``, ``has failed to``, ``bore the blame``."""
    lemma = clause.lemma_.lower()
    if lemma in words("wrongs"):
        return True
    told = {t.lemma_.lower() for t in _predicate(clause) if t.dep_ != "neg"}
    if lemma == "be":
        return bool(told & words("guilt"))
    return lemma in words("bearing") and bool(told & words("burdens"))


def _predicate(clause: Token) -> list[Token]:
    """The words that say what the subject is or has, with their determiners."""
    found = [c for c in clause.children if c.dep_ not in {"nsubj", "advcl", "punct", "ccomp"}]
    return found + [c for token in found for c in token.children if c.dep_ == "det"]


def _trigger(lexicon: Lexicon, name: str, speech: Token) -> Trigger:
    pattern = Pattern("verb", speech.lemma_, None, frozenset(), (), f"say that T ({name}) C")
    relation = lexicon.relations[name]
    return Trigger(relation, pattern, relation.event_type, relation.mode, _CAMEO[name])


def _says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    effect = load_governors().get(("verb", lemma))
    return verb.pos_ == "VERB" and (lemma in _DECREE or effect in {"said", "claimed", "confirmed"})


def _same_side(one: Found, other: Found) -> bool:
    """A speaker's words on the own country are no demand, but those of rebels or a crowd are."""
    if one.mention.name == other.mention.name:
        return True
    if (one.mention.kind in _APART) != (other.mention.kind in _APART):
        return False
    return one.mention.country is not None and one.mention.country == other.mention.country
