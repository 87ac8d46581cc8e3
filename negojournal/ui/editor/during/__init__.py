"""The section During: what happens in the meeting."""
