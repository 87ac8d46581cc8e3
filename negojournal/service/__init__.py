"""Every use case of the journal; importing any module here loads no database."""
