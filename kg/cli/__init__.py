"""The command line: one small file a verb, each a thin cover over plain functions."""
