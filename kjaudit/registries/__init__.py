"""Reference -> Lookup. The only door to the network."""
