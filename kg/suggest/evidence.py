"""Evidence that two entities are one, or that they are two."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for one entity (``weight`` above 0) or for two (below), in words."""

    weight: float
    told: str
