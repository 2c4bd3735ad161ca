"""Models behind the lists of the window; they filter and sort themselves (a proxy in Python is too slow)."""
