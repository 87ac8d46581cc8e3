"""The form for one negotiation: what it shows, what it asks for, and how nothing typed is lost."""
