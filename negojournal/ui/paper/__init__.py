"""What is handed on: brief, report, letters."""
