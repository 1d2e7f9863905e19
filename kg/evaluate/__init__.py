"""How good an extractor is: its claims against labelled ones, and the tables of that."""
