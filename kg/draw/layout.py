"""Places for boxes on a plane: linked ones near each other, none over another."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from math import hypot, sqrt
from operator import itemgetter

import networkx as nx

Point = tuple[float, float]
Size = tuple[float, float]

TRIES = 24
"""Starting positions that are tried, fewer for more than 60 boxes; the best outcome is kept."""
GAP = 14.0
"""Room between two boxes, in pixels."""
ASPECT = 1.3
"""Width of the picture of a component, over its height."""
ROUNDS = 400


def place(sizes: Mapping[str, Size], links: Iterable[tuple[str, str]]) -> dict[str, Point]:
    """The centre of each box of that width and height; the same for the same input, in any order.

    Parts that no link joins are laid out apart and set side by side, the largest first.
    """
    graph = nx.Graph()
    graph.add_nodes_from(sorted(sizes))
    graph.add_edges_from(sorted(map(_sorted, links)))
    parts = [graph.subgraph(sorted(part)).copy() for part in nx.connected_components(graph)]
    parts.sort(key=lambda part: (-len(part), min(part)))
    return _beside([_best(part, sizes) for part in parts], sizes)


def _sorted(link: tuple[str, str]) -> tuple[str, str]:
    return (min(link), max(link))


def _best(part: "nx.Graph[str]", sizes: Mapping[str, Size]) -> dict[str, Point]:
    """The layout with the fewest links across boxes and each other, then the smallest."""
    tries = max(3, min(TRIES, TRIES * 60**2 // len(part) ** 2))
    tried = (_apart(_spread(part, sizes, seed), sizes) for seed in range(tries))
    return min(tried, key=lambda centres: _cost(part, centres, sizes))


def _spread(part: "nx.Graph[str]", sizes: Mapping[str, Size], seed: int) -> dict[str, Point]:
    """A spring layout, as large as the boxes need; they may still overlap."""
    side = 0.85 * sqrt(sum((sizes[n][0] + GAP) * (sizes[n][1] + GAP) for n in part))
    springs = nx.spring_layout(part, seed=seed, iterations=300)
    return {n: (float(x) * side * ASPECT, float(y) * side) for n, (x, y) in springs.items()}


def _apart(centres: Mapping[str, Point], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """The same layout with overlapping boxes pushed apart, where they overlap least."""
    moved = {name: list(centre) for name, centre in centres.items()}
    for _ in range(ROUNDS):
        clear = True
        for a, b in combinations(moved, 2):
            over = [
                _reach(sizes, a, b, axis) - abs(moved[a][axis] - moved[b][axis]) for axis in (0, 1)
            ]
            if min(over) > 0:
                clear = False
                axis = over.index(min(over))
                push = (over[axis] / 2 + 0.5) * (1 if moved[a][axis] > moved[b][axis] else -1)
                moved[a][axis] += push
                moved[b][axis] -= push
        if clear:
            break
    return {name: (round(x), round(y)) for name, (x, y) in moved.items()}


def _reach(sizes: Mapping[str, Size], a: str, b: str, axis: int) -> float:
    """How far apart the centres of two boxes must be on an axis."""
    return (sizes[a][axis] + sizes[b][axis]) / 2 + GAP


def _cost(part: "nx.Graph[str]", centres: Mapping[str, Point], sizes: Mapping[str, Size]) -> float:
    links = [(centres[a], centres[b]) for a, b in part.edges]
    length = sum(hypot(a[0] - b[0], a[1] - b[1]) for a, b in links)
    across = sum(
        _cuts(centres[a], centres[b], centres[other], sizes[other])
        for a, b in part.edges
        for other in part
        if other not in (a, b)
    )
    crossed = sum(_cross(*one, *two) for one, two in combinations(links, 2))
    _, _, width, height = bounds(centres, sizes)
    return 900.0 * across + 500.0 * crossed + length + width + 4.0 * height


def _cuts(a: Point, b: Point, centre: Point, size: Size) -> bool:
    """Whether the line from ``a`` to ``b`` runs through a box."""
    enter, leave = 0.0, 1.0
    for start, end, middle, across in zip(a, b, centre, size, strict=True):
        way = end - start or 1e-9
        first, last = sorted((middle + side * across / 2 - start) / way for side in (-1, 1))
        enter, leave = max(enter, first), min(leave, last)
    return enter < leave


def _cross(a: Point, b: Point, c: Point, d: Point) -> bool:
    """Whether the lines a-b and c-d cross between their ends."""
    return _left(a, b, c) != _left(a, b, d) and _left(c, d, a) != _left(c, d, b)


def _left(a: Point, b: Point, c: Point) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) > (b[1] - a[1]) * (c[0] - a[0])


def _beside(parts: Sequence[Mapping[str, Point]], sizes: Mapping[str, Size]) -> dict[str, Point]:
    """All parts in rows, each row no wider than the first part."""
    placed: dict[str, Point] = {}
    left = top = row = 0.0
    widest = max(map(itemgetter(2), (bounds(part, sizes) for part in parts)), default=0.0)
    for part in parts:
        x, y, width, height = bounds(part, sizes)
        if left and left + width > widest:
            left, top, row = 0.0, top + row + 3 * GAP, 0.0
        placed |= {name: (cx - x + left, cy - y + top) for name, (cx, cy) in part.items()}
        left, row = left + width + 3 * GAP, max(row, height)
    return placed


def bounds(
    centres: Mapping[str, Point], sizes: Mapping[str, Size]
) -> tuple[float, float, float, float]:
    """Left, top, width and height of what the boxes cover together."""
    lows, highs = zip(*_corners(centres, sizes), strict=True)
    left, top = min(x for x, _ in lows), min(y for _, y in lows)
    return left, top, max(x for x, _ in highs) - left, max(y for _, y in highs) - top


def _corners(
    centres: Mapping[str, Point], sizes: Mapping[str, Size]
) -> Iterator[tuple[Point, Point]]:
    for name, (x, y) in centres.items():
        width, height = sizes[name]
        yield (x - width / 2, y - height / 2), (x + width / 2, y + height / 2)
