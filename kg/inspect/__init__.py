"""Looks at graphs: what stands behind a node or edge, what sets two graphs apart, what is amiss."""
