"""How much speaks for two reports being of one happening."""

from kg.resolve.incidents.report import Report
from kg.resolve.incidents.rules import points
from kg.resolve.incidents.telling import Range
from kg.resolve.incidents.times import compare
from kg.resolve.incidents.world import World


def score(one: Report, other: Report, world: World, *, article: bool) -> float | None:
    """The points of all that speaks for and against; None where the two cannot be one happening.

    ``article``: both reports are of one article.
    """
    if one.family != other.family:
        return None
    place = world.places(one.place, other.place)
    dates = compare(one.time, other.time, article=article) if place != "other" else None
    if dates is None or (one.planned != other.planned and dates != "day"):
        return None
    said = {
        "date": dates,
        "source": world.parties(one.source, other.source),
        "target": world.parties(one.target, other.target),
        "place": place,
        "killed": _counts(one.killed, other.killed),
        "injured": _counts(one.injured, other.injured),
        "mode": _modes(one.modes, other.modes),
        "relation": "same" if one.relations & other.relations else "",
    }
    if article:
        said["text"] = _distance(one.sentences, other.sentences)
        said["bare"] = "yes" if _bare(one, world) or _bare(other, world) else ""
    table = points()
    wording = _shared(one.words, other.words) * table["wording"]["shared"]
    return sum(table[what].get(how, 0.0) for what, how in said.items()) + wording


def _counts(one: Range | None, other: Range | None) -> str:
    if one is None or other is None:
        return ""
    (low, high), (least, most) = one, other
    assert high is not None
    assert most is not None
    if one == other:
        return "same"
    near = (low <= most and least <= high) or max(low, least) <= 2 * max(1, min(high, most))
    return "near" if near else "far"


def _modes(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return ""
    return "same" if one & other else "other"


def _bare(report: Report, world: World) -> bool:
    """Whether a report of a deed leaves when, where and by whom to what was told before."""
    named = {id for id in report.source if world.known[id].kind != "group"}
    return report.family.by_place and not (report.time.span or report.place or named)


def _distance(one: frozenset[int], other: frozenset[int]) -> str:
    """How far apart in the article two reports stand, at the nearest."""
    return "near" if min(abs(a - b) for a in one for b in other) <= 1 else "far"


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the words of the shorter that both have."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter > 2 else 0.0
