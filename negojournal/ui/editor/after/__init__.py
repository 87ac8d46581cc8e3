"""The section After: what is said of a negotiation when it is over."""
