"""The window: pages, and the shell that holds them."""
