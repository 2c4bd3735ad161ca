"""REF3xx: the entry itself. One file a rule; `catalogue` finds them."""
