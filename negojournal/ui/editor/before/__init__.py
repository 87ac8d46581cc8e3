"""The section Before: what is prepared for a negotiation."""
