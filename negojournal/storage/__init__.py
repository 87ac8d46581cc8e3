"""Keep records in one SQLite file; the only room that knows SQLAlchemy and the driver."""
