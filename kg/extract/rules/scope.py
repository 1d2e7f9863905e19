"""The sentences of an article, each with all that its claims need."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span, Token

from kg.annotate import Annotated
from kg.extract.rules.actors import actors
from kg.extract.rules.antecedents import SUBJECTS, party, party_heads
from kg.extract.rules.found import ACTORS, mentions
from kg.extract.rules.memory import Memory, Seen
from kg.extract.rules.names import Told, overlay
from kg.extract.rules.passage import Passage
from kg.ontology.classes import words
from kg.ontology.gazetteer import Gazetteer
from kg.records import Sentence

LONGEST = 400
"""Tokens; a longer sentence is no sentence, and its parse no ground for a claim."""

_MODIFIERS = {"poss", "compound", "amod", "nmod"}


@dataclass(frozen=True, slots=True)
class Scope:
    """One sentence with its parse, its paragraph and the day of publication.

    ``explains``: its claims are to tell why they are made.
    """

    sentence: Sentence
    span: Span
    passage: Passage
    published: str | None
    explains: bool = False


def scopes(
    annotated: Annotated, gazetteer: Gazetteer, memory: Memory, explains: bool = False
) -> Iterator[Scope]:
    """The sentences of an article in order, all with the same memory."""
    by_start = {sentence.start: sentence for sentence in annotated.sentences}
    told = Told()
    memory.dateline = _dateline(annotated, gazetteer)
    for paragraph in annotated.paragraphs:
        names = overlay(paragraph, gazetteer, told)
        passage = Passage(names, paragraph.start, gazetteer, memory)
        for span in paragraph.doc.sents:
            sentence = by_start.get(paragraph.start + span.start_char)
            if sentence is not None and len(span) <= LONGEST:
                published = annotated.document.article.published
                yield Scope(sentence, span, passage, published, explains)


def _dateline(annotated: Annotated, gazetteer: Gazetteer) -> str | None:
    """The country (alpha-3) of the place that the first paragraph opens with: ``ADEN, Yemen -``.

    Else that of the one state that the headings before it name.
    """
    document = annotated.document
    heads = [block.end for block in document.blocks if block.kind == "heading"]
    start = next((b.start for b in document.blocks if b.kind == "paragraph"), 0)
    end = max((end for end in heads if end <= start), default=0)
    line = document.text[document.text.rfind("\n", 0, start) + 1 : end]
    sent_from = next((match.entry.country for match in gazetteer.match(line)), None)
    titles = gazetteer.match(document.text[:start])
    states = {match.entry.country for match in titles if match.entry.kind == "country"}
    return sent_from or (next(iter(states)) if len(states) == 1 else None)


def word_at(start: int, end: int, scope: Scope) -> Token | None:
    """The head of what stands between two offsets of the document, if that is in the sentence."""
    first = scope.passage.offset + scope.span.start_char
    if not first <= start < scope.passage.offset + scope.span.end_char:
        return None
    offset = scope.passage.offset
    found = scope.span.doc.char_span(start - offset, end - offset, alignment_mode="expand")
    return found.root if found is not None else None


def seen(scope: Scope) -> Iterator[Seen]:
    """The names of a sentence, with the role each plays, and the institutions that they own."""
    names = scope.passage.names
    done: set[int] = set()
    for token in scope.span:
        name = names.get(token.i)
        if name is None or name.first in done:
            continue
        done.add(name.first)
        root = token.doc[name.first : name.last].root
        yield from _seen(scope, root)
        for owned in _owned(root):
            if owned.i not in names:
                known = _seen(scope, owned)
                yield from (s for s in known if s.mention.kind == "institution")


def _owned(name: Token) -> Iterator[Token]:
    """What a name owns: ``army`` of ``X's army``, ``ministry`` of ``ministry of defence of X``."""
    if name.dep_ in _MODIFIERS:
        yield name.head
    while name.dep_ == "pobj" and name.head.lower_ == "of":
        name = name.head.head
        yield name


def note_parties(scope: Scope) -> None:
    """Note the parties of a sentence, named or not, that a pronoun may refer to."""
    passage = scope.passage
    for head in party_heads(scope.span):
        found = mentions(f for f in actors(passage, [head]) if f.mention.kind in ACTORS)
        start = passage.offset + head.idx
        if (noted := party(head, found, start, scope.sentence.start)) is not None:
            passage.memory.parties.append(noted)
        if head.i not in passage.names and [m.kind for m in found] == ["person"]:
            spot = replace(found[0], start=start, end=start + len(head))
            place = scope.sentence.start, head.dep_ in SUBJECTS, passage.offset
            passage.memory.told.append(Seen(spot, *place))


def _seen(scope: Scope, head: Token) -> list[Seen]:
    found = actors(scope.passage, [head], capitals=head.head.lower_ in words("locatives"))[:1]
    place = scope.sentence.start, head.dep_ in SUBJECTS, scope.passage.offset
    return [Seen(f.mention, *place) for f in found]
