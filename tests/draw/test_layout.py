"""Boxes on a plane: none over another, the same in any order."""

from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.draw.layout import place

NAMES = st.sampled_from("abcdefgh")
SIZES = st.dictionaries(NAMES, st.tuples(st.integers(20, 200), st.integers(20, 80)), min_size=1)


@settings(max_examples=25, deadline=None)
@given(SIZES, st.lists(st.tuples(NAMES, NAMES), max_size=10))
def test_no_box_lies_over_another(
    sizes: dict[str, tuple[float, float]], links: list[tuple[str, str]]
) -> None:
    known = [link for link in links if link[0] in sizes and link[1] in sizes]
    centres = place(sizes, known)
    assert centres.keys() == sizes.keys()
    for a, b in combinations(sizes, 2):
        apart = [
            abs(centres[a][axis] - centres[b][axis]) - (sizes[a][axis] + sizes[b][axis]) / 2
            for axis in (0, 1)
        ]
        assert max(apart) > 0


def test_the_order_of_boxes_and_links_does_not_matter() -> None:
    sizes = dict.fromkeys("abcdef", (60.0, 20.0))
    links = [("a", "b"), ("b", "c"), ("a", "c"), ("d", "e")]
    turned = [(b, a) for a, b in reversed(links)]
    assert place(sizes, links) == place(dict(reversed(sizes.items())), turned)
