"""Where kg works in the tests of crashes: a folder with texts, and a graph in it or on a server."""

import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner, Result

from kg.cli.main import cli
from kg.stores import open_store
from kg.stores.dump import Dump, dump
from tests.conftest import emptied
from tests.neo4j_server import Server

TEXTS = (
    "Ana Kolman accused India of aggression. Pakistan bombed Khost on 18 March 2031, killing 8.",
    "Anna Kohlmann denied that Pakistan bombed Khost on 18 March 2031.",
    "Iran condemned the strikes, Ana Kolman said. Kenya accused Uganda of theft.",
    "Pakistan bombed Khost on 18 March 2031 and killed ten people. Kenya accused Uganda of theft.",
)
BUILD = ("build", "texts")
Words = tuple[str, ...]


@dataclass(frozen=True)
class Place:
    """A folder that kg works in, and the settings that say where its graph is."""

    folder: Path
    settings: Mapping[str, str]

    def run(self, *words: str) -> Result:
        """Run ``kg`` in this process."""
        return CliRunner().invoke(cli, words)

    def kg(self, *words: str) -> str:
        """What ``kg`` said, which did not fail."""
        ran = self.run(*words)
        assert ran.exit_code == 0, ran.output
        return ran.output

    def graph(self) -> Dump:
        """The whole graph."""
        password = self.settings.get("KG_PASSWORD")
        with open_store(self.settings["KG_STORE"], password=password) as store:
            return dump(store)

    def begin(self, *before: Words) -> None:
        """Have the texts here and, of graph and decisions, what these runs of ``kg`` make."""
        self.empty()
        (self.folder / "decisions.jsonl").unlink(missing_ok=True)
        self.write(TEXTS)
        for words in before:
            self.kg(*words)

    def write(self, texts: Sequence[str], name: str = "a") -> None:
        """Write the texts, numbered, to the folder texts/."""
        folder = self.folder / "texts"
        folder.mkdir(exist_ok=True)
        for number, text in enumerate(texts):
            (folder / f"{name}{number}.txt").write_text(text)

    def empty(self) -> None:
        """Have no graph."""
        shutil.rmtree(self.folder / "kg.db", ignore_errors=True)


class Served(Place):
    """One whose graph is on a server."""

    def empty(self) -> None:
        with emptied(Server(self.settings["KG_STORE"], password=self.settings["KG_PASSWORD"])):
            pass
