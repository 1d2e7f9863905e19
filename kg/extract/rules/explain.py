"""Why a claim is made: computed from the parse afterwards, where it is asked for."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from spacy.tokens import Token

from kg.extract.rules.draft import Draft
from kg.extract.rules.factuality import Standing
from kg.extract.rules.scope import Scope, word_at
from kg.ontology.governors import Effect, load_governors
from kg.records import Arcs, Claim, Explanation, Mention, Status

SLOTS = ("source", "target", "place", "said_by")
_DECIDING: Mapping[Status, tuple[Effect, ...]] = {
    "alleged": ("alleged", "claimed", "said"),
    "denied": ("denied",),
    "negated": ("negated",),
    "planned": ("planned",),
    "conditional": ("conditional",),
    "asserted": ("said", "confirmed", "planned", "conditional"),
}
"""The effects that may decide each status; the innermost of them did."""


def explain(
    claim: Claim, draft: Draft, standing: Standing, governing: Mapping[int, Draft], scope: Scope
) -> Explanation:
    """Why the claim of a draft is made; ``governing`` are the drafts of its sentence by token."""
    effects = [e for e in standing.effects if e[0] in _DECIDING[claim.status]]
    if not effects:
        status = f'{claim.status}: nothing over "{claim.trigger}" says otherwise'
    else:
        effect, word = effects[0]
        home = _home(effect, word, governing, scope)
        status = f'{claim.status}: "{word}" ({home}) governs "{claim.trigger}"'
        if claim.status == "asserted":
            status += ", an act of the speaker's own"
    return Explanation(draft.trigger.file, tuple(_arcs(claim, scope)), status)


def explained(claim: Claim, scope: Scope) -> Claim:
    """The claim of an office, which a title or an apposition states as a fact."""
    status = f"{claim.status}: titles and appositions are taken as facts"
    return replace(claim, explanation=Explanation("roles.toml", tuple(_arcs(claim, scope)), status))


def _home(effect: Effect, word: str, governing: Mapping[int, Draft], scope: Scope) -> str:
    """Where it stands in the ontology what a word does to the event below it."""
    for draft in governing.values():
        if draft.hit.token.text == word and draft.relation.content == effect:
            return f"{effect}, the content of {draft.relation.name}"
    lemmas = {token.lemma_.lower() for token in scope.span if word in (token.text, token.lower_)}
    for (_, wording), does in load_governors().items():
        if does == effect and wording.partition("+")[0] in lemmas | {word}:
            return f"{effect} in governors.toml"
    return f"{effect} by grammar"


def _arcs(claim: Claim, scope: Scope) -> Iterator[Arcs]:
    trigger = word_at(claim.start, claim.end, scope)
    for slot in SLOTS:
        mentions: tuple[Mention, ...] = getattr(claim, slot)
        for mention in mentions:
            word = word_at(mention.start, mention.end, scope)
            elsewhere = f'"{mention.text}", named in another sentence'
            path = path_of(trigger, word) if trigger and word else elsewhere
            yield Arcs(slot, mention.name, path)


def path_of(start: Token, goal: Token) -> str:
    """The arcs between two words of a sentence: up from ``start``, then down to ``goal``."""
    below = [goal, *goal.ancestors]
    path, node = start.text, start
    while node not in below:
        path += f" <-{node.dep_}- {node.head.text}"
        node = node.head
    for token in reversed(below[: below.index(node)]):
        path += f" -{token.dep_}-> {token.text}"
    return path
