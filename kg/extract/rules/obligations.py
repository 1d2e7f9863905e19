"""``A said that B must withdraw``: a demand, made with no verb of demanding (PLOVER REQUEST)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.rules.actors import acting
from kg.extract.rules.arguments import Roles, roles
from kg.extract.rules.draft import Draft
from kg.extract.rules.found import Found
from kg.extract.rules.passage import Passage
from kg.extract.rules.triggers import Hit
from kg.ontology.governors import load_governors
from kg.ontology.patterns import Pattern
from kg.ontology.relations import Lexicon, Trigger

_DUTIES = {"must": "DEMANDS", "should": "URGES", "ought": "URGES"}
"""Auxiliaries of duty, and what it is to say that others have it."""

_DECREE = {"declare", "decree"}
"""Verbs that say what others must do, besides those of saying."""

_APART = {"armed_group", "group"}
"""Kinds of actors that do not speak for their country."""

_CAMEO = "10"
"""CAMEO's root code for a demand."""


def obligations(sentence: Span, passage: Passage, lexicon: Lexicon) -> Iterator[Draft]:
    """What speakers say that others must or should do."""
    for token in sentence:
        relation = _duty(token)
        speech = token.head
        if relation is None or token.dep_ != "ccomp" or not _says(speech):
            continue
        around = roles(speech)
        source = acting(passage, around["subj"])
        target = acting(passage, _obliged(token, around))
        if source and target and not _same_side(source[0], target[0]):
            pattern = Pattern("verb", speech.lemma_, None, frozenset(), (), "say that T must C")
            trigger = Trigger(lexicon.relations[relation], pattern, "REQUEST", None, _CAMEO)
            hit = Hit(speech, speech, (trigger,), around)
            speakers = list(around["subj"])
            yield Draft(hit, trigger, source, target, content=[token], source_tokens=speakers)


def _obliged(duty: Token, around: Roles) -> list[Token]:
    """Who has the duty: ``told B it must leave`` means B by the pronoun."""
    told = [*around["dative"], *around["obj"]]
    subject = roles(duty)["subj"]
    return told if told and all(t.pos_ == "PRON" for t in subject) else subject


def _duty(verb: Token) -> str | None:
    duties = (_DUTIES.get(child.lower_) for child in verb.children if child.dep_ == "aux")
    return next((relation for relation in duties if relation), None)


def _says(verb: Token) -> bool:
    lemma = verb.lemma_.lower()
    effect = load_governors().get(("verb", lemma))
    return verb.pos_ == "VERB" and (lemma in _DECREE or effect in {"said", "claimed", "confirmed"})


def _same_side(one: Found, other: Found) -> bool:
    """A speaker's words on the own country are no demand, but those of rebels or a crowd are."""
    if (one.mention.kind in _APART) != (other.mention.kind in _APART):
        return False
    return one.mention.country is not None and one.mention.country == other.mention.country
