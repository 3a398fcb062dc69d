"""Reading of programmes from files that people have."""
