"""One counterpart: what passed between you."""
