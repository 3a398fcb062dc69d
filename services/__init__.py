"""What people can do, whatever the door: one function an act, with its rights, its transaction and its record."""
