"""``A said that B must withdraw``: a demand, made with no verb of demanding (PLOVER REQUEST)."""

from collections.abc import Iterator

from spacy.tokens import Span, Token

from kg.extract.rules.arguments import roles
from kg.extract.rules.factuality import load_governors
from kg.extract.rules.frames import Draft
from kg.extract.rules.mentions import ACTORS, Reader
from kg.extract.rules.triggers import Hit
from kg.ontology.patterns import Pattern
from kg.ontology.relations import Lexicon, Trigger

_DUTIES = {"must": "DEMANDS", "should": "URGES", "ought": "URGES"}


def obligations(sentence: Span, reader: Reader, lexicon: Lexicon) -> Iterator[Draft]:
    """What speakers say that others must or should do."""
    for token in sentence:
        relation = _duty(token)
        speech = token.head
        if relation is None or token.dep_ != "ccomp" or speech.pos_ != "VERB":
            continue
        if load_governors().get(("verb", speech.lemma_.lower())) not in {"said", "claimed"}:
            continue
        around = roles(speech)
        source = [f for f in reader.actors(around["subj"]) if f.mention.kind in ACTORS]
        target = [f for f in reader.actors(roles(token)["subj"]) if f.mention.kind in ACTORS]
        if (
            source
            and target
            and not _same_side(source[0].mention.country, target[0].mention.country)
        ):
            pattern = Pattern("verb", speech.lemma_, None, frozenset(), (), "say that T must C")
            trigger = Trigger(lexicon.relations[relation], pattern, None, "10", "REQUEST")
            yield Draft(
                Hit(speech, speech, (trigger,), around),
                trigger,
                source,
                target,
                content=[token],
                source_tokens=list(around["subj"]),
            )


def _duty(verb: Token) -> str | None:
    return next(
        (_DUTIES[c.lower_] for c in verb.children if c.dep_ == "aux" and c.lower_ in _DUTIES), None
    )


def _same_side(a: str | None, b: str | None) -> bool:
    return a is not None and a == b
