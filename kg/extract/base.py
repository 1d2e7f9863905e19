"""The interface of an extractor, and how one is found by name.

An extractor is a plug-in: a class without parameters but the gazetteer, named under the entry point
group ``kg.extractors``. Several may run; each claim names the extractor and version that made it.
"""

from importlib.metadata import entry_points
from typing import Protocol, runtime_checkable

from kg.annotate import Annotated
from kg.errors import ExtractorError
from kg.ontology.gazetteer import Gazetteer
from kg.records import Claim

GROUP = "kg.extractors"


class Extractor(Protocol):
    """Reads claims out of an annotated document; keeps no state between documents."""

    name: str
    version: str

    def __init__(self, gazetteer: Gazetteer) -> None: ...

    def extract(self, annotated: Annotated) -> tuple[Claim, ...]:
        """The claims in order of their sentences; their mentions are not resolved yet.

        The id of a claim is a hash of what was said and where. Of two claims of one id, those of
        several extractors too, the first stays.
        """


@runtime_checkable
class Explains(Protocol):
    """An extractor that can tell why it makes a claim."""

    def explain(self, annotated: Annotated) -> tuple[Claim, ...]:
        """What ``extract`` gives, each claim with its explanation."""


def load_extractor(name: str, gazetteer: Gazetteer) -> Extractor:
    """The installed extractor called ``name``. Raises ExtractorError where there is none."""
    known = {point.name: point for point in entry_points(group=GROUP)}
    if name not in known:
        names = ", ".join(sorted(known)) or "none"
        raise ExtractorError(f"There is no extractor {name!r}; installed are: {names}.")
    try:
        made: Extractor = known[name].load()(gazetteer)
    except (ImportError, AttributeError) as error:
        raise ExtractorError(
            f"The extractor {name!r} cannot be loaded ({error}); install it again or leave it out."
        ) from error
    return made
