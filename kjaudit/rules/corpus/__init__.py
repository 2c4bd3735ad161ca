"""COR6xx: across the documents of a project. One file a rule; `catalogue` finds them."""
