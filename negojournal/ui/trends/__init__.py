"""The page of trends: charts, their tables, and milestones."""
