"""The settings of backups."""
