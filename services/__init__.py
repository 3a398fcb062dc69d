"""The acts of people, whatever the door: one function each, with its rights, its transaction and its record."""
