"""Values and rules of a negotiation's record; the standard library only."""
