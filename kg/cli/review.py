"""``kg review``: walks through the pairs of ``kg suggest`` in the terminal."""

import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.decide import Deciding
from kg.cli.options import again_option, terminal_width
from kg.cli.reading import gazetteer_option, loaded_names
from kg.cli.store import Common, decisions_path, graph_of
from kg.cli.suggest import country_names
from kg.decide import Decision, Verb, standing
from kg.errors import DecisionError
from kg.ontology.relations import load_relations
from kg.report import plain
from kg.schema import graph_schema

if TYPE_CHECKING:
    from kg.stores.base import GraphStore
    from kg.suggest import Profile, Suggestion

_SENTENCES = """
MATCH (:Entity {id: $id})<-[:SOURCE|TARGET|IN|SAID_BY]-(c:Claim)-[:STATED_IN]->(s:Sentence)
RETURN DISTINCT s.article AS article, s.index AS number, s.text AS text
ORDER BY article, number LIMIT 10
"""
VERBS_OF: dict[str, Verb] = {
    "s": "same",
    "1": "kind",
    "2": "kind",
    "d": "different",
    "u": "unsure",
}
_ASKED = "d different, u unsure, k not now, ? more sentences, q quit"


@click.command()
@click.option("--by", metavar="NAME", help="Who decides; else KG_BY, else your login.")
@again_option
@gazetteer_option
@click.pass_obj
def review(common: Common, by: str | None, again: bool, gazetteers: tuple[Path, ...]) -> None:
    """Judge the pairs of kg suggest one by one: same, different, unsure, or not now.

    Each judgement is a decision, kept and applied at once like those of kg same and kg different,
    so a review that was stopped goes on with what is not judged; kg undo takes it back. The
    evidence shown is its reason. Where a name is read as of two kinds, it is asked which is right,
    as kg kind does. A pair put aside as unsure comes again with --again, one skipped with the next
    review.
    """
    names = loaded_names(gazetteers)
    with graph_of(common) as store:
        store.setup(graph_schema(load_relations().relations))
        deciding = Deciding(store, names, decisions_path(common), by)
        judged = skipped = 0
        for place, pair in _open(deciding, again):
            click.echo(_shown(place, pair, store))
            answer = _asked(pair, store)
            if answer == "q":
                break
            if answer == "k":
                skipped += 1
                continue
            try:
                _judge(deciding, pair, answer)
            except DecisionError as error:
                click.echo(plain(str(error)), err=True)
            else:
                judged += 1
        else:
            click.echo("There is no other pair to judge.")
        click.echo(f"{judged} judged, {skipped} skipped")


def _open(deciding: Deciding, again: bool) -> "Iterator[tuple[str, Suggestion]]":
    """The pairs that are not judged when their turn comes, each with its place in the row."""
    from kg.suggest import apart_of, profiles_of, suggestions

    distinct = deciding.names.distinct
    nothing = apart_of(standing(deciding.made), distinct, deciding.come_to, again)
    found = suggestions(profiles_of(deciding.store), nothing, country_names(deciding.names))
    for number, pair in enumerate(found, 1):
        apart = apart_of(standing(deciding.made), distinct, deciding.come_to, again)
        if not apart(pair.first.key, pair.second.key):
            yield f"{number} of {len(found)}", pair


def _judge(deciding: Deciding, pair: "Suggestion", answer: str) -> None:
    first, second = pair.first.key, pair.second.key
    keys = (second, first) if answer == "1" else (first, second)
    sides = {"d": (False,), "u": (True, False)}.get(answer, (True,))
    why = "; ".join(each.told for each in pair.evidence if (each.weight > 0) in sides)
    deciding.decide(Decision(0, VERBS_OF[answer], keys, f"review: {why}" if why else "review"))


def _shown(place: str, pair: "Suggestion", store: "GraphStore") -> str:
    """The two, each with a sentence, and what speaks for one and for two."""
    lines = ["", f"{place}, likely {pair.likelihood:.2f}"]
    for profile in (pair.first, pair.second):
        lines += [*_folded(_told(profile), "  "), *_sentences(profile, store)[:1]]
    for each in pair.evidence:
        lines += _folded(each.told, "  + " if each.weight > 0 else "  - ")
    return "\n".join(lines)


def _told(profile: "Profile") -> str:
    others = sorted(profile.spellings - {profile.name})
    also = f", also {', '.join(others)}" if others else ""
    claims, articles = (len(each) for each in (profile.claims, profile.articles))
    counts = f"{_counted(claims, 'claim')} in {_counted(articles, 'article')}"
    return f"{profile.name}{also} ({profile.key}; {counts})"


def _counted(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _sentences(profile: "Profile", store: "GraphStore") -> list[str]:
    """Sentences that name an entity, laid out for the terminal."""
    rows = store.query(_SENTENCES, {"id": profile.id}).rows
    told = (f"{' '.join(str(text).split())} [{article}]" for article, _, text in rows)
    return ["\n".join(_folded(each, "      ")) for each in told]


def _folded(text: str, start: str) -> list[str]:
    """The text as lines no wider than the terminal, safe to print."""
    width = max(terminal_width() or 10_000, 40)
    return textwrap.wrap(
        plain(text),
        width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )


def _asked(pair: "Suggestion", store: "GraphStore") -> str:
    """One of s, 1, 2, d, u, k and q; the end of the input, like Ctrl-C, is q."""
    kinds = [each.kind.replace("_", " ") for each in (pair.first, pair.second)]
    alike = kinds[0] == kinds[1]
    asked = f"{'s same' if alike else '1 both are {}, 2 both are {}'.format(*kinds)}, {_ASKED}"
    letters = click.Choice(("s" if alike else "12") + "duk?q", case_sensitive=False)
    while sys.stdin is not None:
        try:
            answer = str(click.prompt(asked, prompt_suffix=": ", type=letters, show_choices=False))
        except click.Abort:
            click.echo()
            return "q"
        if answer != "?":
            return answer
        for profile in (pair.first, pair.second):
            click.echo("\n".join([*_folded(profile.name, "  "), *_sentences(profile, store)]))
    return "q"
