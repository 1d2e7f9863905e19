"""Imported by the process that others are forked from, so that each starts with the model."""

from tests.cli.processes import load

load()
