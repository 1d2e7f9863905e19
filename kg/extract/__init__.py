"""Extractors: what reads claims out of annotated documents."""
