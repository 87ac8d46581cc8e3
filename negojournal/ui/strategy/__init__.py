"""My own strategy, in dated revisions."""
