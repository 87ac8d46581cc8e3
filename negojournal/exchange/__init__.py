"""Write a journal for other programs and for people, and read it back."""
