"""The section Beyond: what becomes of it after the handshake."""
