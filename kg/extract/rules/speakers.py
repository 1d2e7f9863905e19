"""Who says what a sentence tells: the one it names, or the one who was quoted last."""

from spacy.tokens import Token

from kg.extract.rules.actors import actors
from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.found import mentions
from kg.extract.rules.scope import Scope
from kg.ontology.governors import load_governors
from kg.records import Mention


def said_by(draft: Draft, standing: Standing, scope: Scope) -> tuple[Mention, ...]:
    """The speakers; what stands between quotation marks is then said, so its standing changes."""
    if standing.speakers:
        return mentions(actors(scope.passage, standing.speakers))
    if not _quoted(draft.hit.anchor):
        return ()
    memory = scope.passage.memory
    memory.here = scope.sentence.start
    speakers = memory.last_speaker()
    if speakers:
        standing.effects.append(("said", "quotation"))
    return tuple(speakers)


def remember_speakers(scope: Scope) -> None:
    """Note who was quoted in this sentence, for quotations that go on in the next."""
    governors, passage = load_governors(), scope.passage
    for token in scope.span:
        effect = governors.get(("verb", token.lemma_.lower()))
        if token.pos_ == "VERB" and effect in {"said", "claimed"}:
            subjects = [child for child in token.children if child.dep_ == "nsubj"]
            for found in actors(passage, subjects)[:1]:
                passage.memory.speakers.append((passage.offset + token.idx, found.mention))


def _quoted(token: Token) -> bool:
    """Whether a token stands between quotation marks that open before it in its paragraph."""
    inside = False
    for other in token.doc[: token.i]:
        if other.text in {"“", "”"}:
            inside = other.text == "“"
        elif other.text == '"':
            inside = not inside
    return inside
