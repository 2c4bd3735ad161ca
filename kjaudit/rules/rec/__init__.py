"""REC4xx: entries against what a registry holds. One file a rule; `catalogue` finds them."""
