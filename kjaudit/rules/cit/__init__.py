"""CIT1xx: citations against the reference list. One file a rule; `catalogue` finds them."""
