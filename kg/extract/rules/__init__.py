"""Extraction by rules: a lexicon of triggers over the arcs of a parse."""

from kg.extract.rules.extractor import RuleExtractor

__all__ = ["RuleExtractor"]
