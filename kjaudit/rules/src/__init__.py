"""SRC2xx: claims and their sources. One file a rule; `catalogue` finds them."""
