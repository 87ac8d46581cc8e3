"""The journal: every past negotiation, found by a few letters, a filter or a day."""
