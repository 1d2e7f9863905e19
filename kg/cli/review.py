"""``kg review``: walks through the pairs of ``kg suggest`` in the terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.decide import Deciding
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.decide import Decision, Verb, standing
from kg.ontology.relations import load_relations
from kg.report import plain
from kg.schema import graph_schema

if TYPE_CHECKING:
    from kg.stores.base import GraphStore
    from kg.suggest import Profile, Suggestion

_SENTENCES = """
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)-[:STATED_IN]->(s:Sentence)
RETURN DISTINCT s.article AS article, s.index AS number, s.text AS text
ORDER BY article, number LIMIT 3
"""
VERBS_OF: dict[str, Verb] = {"s": "same", "d": "different"}
_ASKED = "s same, d different, k skip, ? sentences, q quit"


@click.command()
@click.option("--by", metavar="NAME", help="Who decides; else KG_BY, else your login.")
@gazetteer_option
@click.pass_obj
def review(common: Common, by: str | None, gazetteers: tuple[Path, ...]) -> None:
    """Judge the pairs of kg suggest one by one: same, different, or not now.

    Each judgement is a decision, kept and applied at once like those of kg same and kg different,
    so a review that was stopped goes on with what is not judged. The evidence shown is its reason.
    """
    names = loaded_names(gazetteers)
    with graph_of(common) as store:
        store.setup(graph_schema(load_relations().relations))
        deciding = Deciding(store, names, decisions_path(common), by)
        judged = skipped = 0
        for pair in _open(deciding):
            click.echo(_shown(pair))
            answer = _asked(pair, store)
            if answer == "q":
                break
            if answer == "k":
                skipped += 1
                continue
            _judge(deciding, pair, answer)
            judged += 1
        click.echo(f"{judged} judged, {skipped} skipped")


def _open(deciding: Deciding) -> "Iterator[Suggestion]":
    """The pairs that are not judged when their turn comes."""
    from kg.suggest import apart_of, profiles_of, suggestions

    distinct = deciding.names.distinct
    nothing = apart_of(standing(deciding.made), distinct, deciding.come_to)
    for pair in suggestions(profiles_of(deciding.store), nothing):
        apart = apart_of(standing(deciding.made), distinct, deciding.come_to)
        if not apart(pair.first.key, pair.second.key):
            yield pair


def _judge(deciding: Deciding, pair: "Suggestion", answer: str) -> None:
    keys = pair.first.key, pair.second.key
    speaks = 1 if answer == "s" else -1
    why = "; ".join(each.told for each in pair.evidence if each.weight * speaks > 0)
    verb = VERBS_OF[answer]
    deciding.decide(Decision(0, verb, keys, f"review: {why}" if why else "review"))


def _shown(pair: "Suggestion") -> str:
    """The two with what speaks for one and for two."""
    lines = ["", _told(pair.first), _told(pair.second)]
    lines += [f"  {'+' if each.weight > 0 else '-'} {each.told}" for each in pair.evidence]
    lines.append(f"  likely {pair.likelihood:.2f}")
    return "\n".join(map(plain, lines))


def _told(profile: "Profile") -> str:
    others = sorted(profile.spellings - {profile.name})
    also = f", also {', '.join(others)}" if others else ""
    counts = f"{len(profile.claims)} claims, {len(profile.articles)} articles"
    return f"{profile.name}{also} ({profile.key}; {counts})"


def _asked(pair: "Suggestion", store: "GraphStore") -> str:
    """One of s, d, k and q; the end of the input is q."""
    while True:
        try:
            answer = str(click.prompt(_ASKED, prompt_suffix=": ", type=click.Choice("sdk?q")))
        except click.Abort:
            return "q"
        if answer != "?":
            return answer
        for profile in (pair.first, pair.second):
            for article, _, text in store.query(_SENTENCES, {"id": profile.id}).rows:
                click.echo(plain(f"  {profile.name}: {text} [{article}]"))
