"""Read what ships as text files: questionnaires, areas, traps, practices and the look."""
