"""An after-action review journal for people who negotiate."""

__version__ = "0.1.0"
