"""TIM5xx: chronology. One file a rule; `catalogue` finds them."""
