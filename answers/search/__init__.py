"""Finding the entry that a message asks for, and how probably."""
