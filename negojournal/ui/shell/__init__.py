"""What every page stands in: window, actions, background work, preferences."""
