"""What kg knows beforehand, as data: relations, their words, governors of fact, and names."""
