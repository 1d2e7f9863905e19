"""``kg retract``: articles out of the graph, with what only they supported."""

import click

from kg.cli.store import Common, graph_of


@click.command()
@click.argument("articles", nargs=-1, required=True, metavar="ARTICLE...")
@click.pass_obj
def retract(common: Common, articles: tuple[str, ...]) -> None:
    """Take the articles with these ids out of the graph.

    With them go their sentences and claims, and the events, ties and entities that nothing else
    supports; what others support too is counted anew. The graph is then as if these articles had
    never been read. Either all of them are taken back, or none. `kg query overview/articles` lists
    the ids.
    """
    from kg.pipeline import retract as take_back

    with graph_of(common) as store:
        take_back(articles, store)
    click.echo(f"{len(set(articles))} taken back")
