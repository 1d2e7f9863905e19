"""The ``kg`` command: its verbs, the options that all of them share, and where errors end."""

import sys
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

import click

from kg import __version__
from kg.cli.store import Common
from kg.config import load_settings
from kg.errors import ConfigError, KgError
from kg.report import plain

VERBS = {
    "build": "kg.cli.build:build",
    "check": "kg.cli.check:check",
    "decisions": "kg.cli.decisions:decisions",
    "diff": "kg.cli.diff:diff",
    "different": "kg.cli.decide:different",
    "draw": "kg.cli.draw:draw",
    "eval": "kg.cli.eval:evaluate",
    "explain": "kg.cli.explain:explain",
    "extract": "kg.cli.extract:extract",
    "info": "kg.cli.info:info",
    "kind": "kg.cli.decide:kind",
    "packs": "kg.cli.packs:packs",
    "query": "kg.cli.query:query",
    "rename": "kg.cli.decide:rename",
    "report": "kg.cli.report:report",
    "retract": "kg.cli.retract:retract",
    "review": "kg.cli.review:review",
    "same": "kg.cli.decide:same",
    "suggest": "kg.cli.suggest:suggest",
    "undo": "kg.cli.decide:undo",
}
"""Where each verb is; its module is imported when the verb or ``--help`` is asked for."""

ANSWERING = {"check", "diff"}
"""Verbs whose exit code 1 is an answer; what keeps them from one is exit code 2."""


class Unanswered(click.ClickException):
    """What kept a verb from the answer that its exit code 1 would be."""

    exit_code = 2


class VerbGroup(click.Group):
    """Imports a verb when it is called, and turns a KgError into one sentence and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names of all verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The verb of that name."""
        if cmd_name not in VERBS:
            return None
        module, name = VERBS[cmd_name].split(":")
        command: click.Command = getattr(import_module(module), name)
        return command

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; its KgError is raised on as it is with ``--debug``."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            if ctx.params["debug"] or _debugging():
                raise
            kind = Unanswered if ctx.invoked_subcommand in ANSWERING else click.ClickException
            raise kind(plain(str(error))) from error


def _debugging() -> bool:
    """Whether the settings ask for tracebacks; settings that cannot be read do not."""
    try:
        return load_settings().debug
    except ConfigError:
        return False


@click.group(cls=VerbGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--store",
    metavar="ADDRESS",
    help="A folder (./kg.db) or a Neo4j server (neo4j://host); else KG_STORE, else ./kg.db.",
)
@click.option(
    "--decisions",
    metavar="FILE",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Decisions on who is who; else KG_DECISIONS, else decisions.jsonl beside the graph.",
)
@click.option("--debug", is_flag=True, help="Show the traceback of an error.")
@click.version_option(__version__, prog_name="kg")
@click.pass_context
def cli(ctx: click.Context, store: str | None, decisions: Path | None, debug: bool) -> None:
    """Build and question a graph of who did what to whom, where, when, and who says so."""
    ctx.obj = Common(store, debug, decisions)


def main() -> None:
    """Run the command line; a letter that the terminal cannot show is escaped, never an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    cli(prog_name="kg")
