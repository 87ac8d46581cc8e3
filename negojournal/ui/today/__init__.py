"""What waits: reviews, follow-ups, commitments, plans, drafts, and the last intention."""
