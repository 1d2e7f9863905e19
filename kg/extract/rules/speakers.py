"""Who says what a sentence tells: the one it names, or the one who is quoted there."""

from collections.abc import Iterable

from spacy.tokens import Token

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.found import ACTORS, Found, Speakers, mentions, names_of
from kg.extract.rules.phrases import conjuncts, possessors
from kg.extract.rules.scope import Scope
from kg.extract.rules.subjects import senders, surface_subject
from kg.extract.rules.voice import closing, opening, quoted, says
from kg.ontology.classes import words
from kg.records import Mention

_SPEECH = {"REQUEST", "ACCUSE", "THREATEN", "DENY", "REJECT", "CLAIM"}
_SPOKEN = {"APOLOGIZES", "PRAISES", "WELCOMES"}
"""Types and relations that are acts of saying: their source is the speaker, nobody tells them."""


def said_by(draft: Draft, standing: Standing, scope: Scope) -> Speakers:
    """The speakers; what stands between quotation marks is then said, so its standing changes."""
    if standing.speakers:
        return _named(scope, standing.speakers)
    if not quoted(draft.hit.anchor):
        return ()
    speakers = _utterers(draft.hit.anchor, scope)
    if speakers:
        standing.effects.append(("said", "quotation"))
    return speakers


def told_by(draft: Draft, speakers: Speakers, doers: set[str]) -> Speakers:
    """The speakers, unless the claim is their own act of saying: ``X said he denied``.

    ``doers`` are the names of those whose act it was before it was read as a threat.
    """
    names = {m.name for m in speakers}
    answered = draft.trigger.pattern.part == "noun" and names & names_of(draft.target)
    speech = draft.event_type in _SPEECH or draft.relation.name in _SPOKEN
    if speech and (names == doers or answered):
        return ()
    return speakers


def speak_for_themselves(draft: Draft, speakers: Speakers) -> None:
    """Within a quotation ``we`` and ``I`` are those who speak."""
    doers = [token.lower_ for token in draft.source_tokens]
    if doers and {"i", "we"}.issuperset(doers) and speakers and quoted(draft.hit.anchor):
        draft.source = [Found(mention, 0.6) for mention in speakers]


def remember_speakers(scope: Scope) -> None:
    """Note who was quoted in this sentence, for quotations that go on in the next."""
    passage = scope.passage
    for token in scope.span:
        if says(token) and not quoted(token):
            subjects = [child for child in token.children if child.dep_ == "nsubj"]
            for mention in _named(scope, subjects)[:1]:
                passage.memory.speakers.append((passage.offset + token.idx, mention))


def _utterers(token: Token, scope: Scope) -> Speakers:
    """Who is named beside the quotation around ``token``, else who was quoted last."""
    end, start = closing(token), opening(token)
    after = [t for t in (end.sent if end else ()) if end and t.i > end.i]
    before = [t for t in (start.sent if start else ()) if start and t.i < start.i]
    for verb in (*after, *reversed(before)):
        if says(verb) and not quoted(verb) and (found := _named(scope, surface_subject(verb))):
            return found
    memory = scope.passage.memory
    memory.here = scope.sentence.start
    return tuple(memory.last_speaker())


def _named(scope: Scope, tokens: Iterable[Token]) -> Speakers:
    """The parties that speak; of people without a name, their own word: ``witnesses``."""
    each = [t for token in tokens for t in conjuncts(token)]
    return tuple(dict.fromkeys(m for token in each for m in _speaker(scope, token)))


def _speaker(scope: Scope, token: Token) -> Speakers:
    if token.lower_ in {"one", "nobody", "none"}:
        return ()
    if token.lemma_.lower() in words("documents") and (issuers := senders(token)):
        return _named(scope, issuers)
    if token.lemma_.lower() in words("tellers") and token.i not in scope.passage.names:
        return (_by_word(scope, token),)
    found = [f for f in actors(scope.passage, [token]) if f.mention.kind in ACTORS]
    if not found and token.pos_ == "NOUN":
        owned = [c for c in possessors(token) if c.pos_ == "PRON"]
        return _named(scope, owned) or (_by_word(scope, token),)
    return mentions(found[:1])


def _by_word(scope: Scope, token: Token) -> Mention:
    """The nouns of a phrase: ``security sources`` of ``three security sources``."""
    belongs = [c for c in token.children if c.dep_ == "poss" and c.pos_ == "NOUN"]
    first = min((c.left_edge.i for c in token.children if c.dep_ == "compound"), default=token.i)
    first = belongs[0].i if belongs else first
    while first < token.i and token.doc[first].text[0].isupper():
        first += 1
    text, start = scope.passage.wording(token)
    name = token.doc[first : token.i + 1].text.lower()
    return Mention(text, start, start + len(text), name, "group")
