"""Phrase lists as data (resources/phrases/), per language, each with the authority it comes from."""
