"""The page of insights: negotiations laid beside each other."""
