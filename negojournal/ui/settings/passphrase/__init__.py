"""The settings of the passphrase."""
