"""One claim answers one label: the pairs that explain most."""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeVar

import networkx as nx

Label = TypeVar("Label")
Answer = TypeVar("Answer")


def pair(
    labels: Sequence[Label],
    answers: Sequence[Answer],
    matches: Callable[[Label, Answer], bool],
    worth: Callable[[Label, Answer], int] = lambda *_: 0,
) -> Mapping[int, int]:
    """Indexes of labels and of the answers they get: as many as can be, then of most ``worth``."""
    graph = nx.Graph()
    for left, label in enumerate(labels):
        for right, answer in enumerate(answers):
            if matches(label, answer):
                graph.add_edge(("label", left), ("answer", right), weight=worth(label, answer))
    chosen = nx.max_weight_matching(graph, maxcardinality=True)
    pairs = (dict(edge) for edge in chosen)
    return dict(sorted((each["label"], each["answer"]) for each in pairs))
