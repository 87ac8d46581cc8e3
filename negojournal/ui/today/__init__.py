"""What waits: an unfinished draft, and the last intention."""
