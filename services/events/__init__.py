"""Acts on events: change, cancel, add, and confirm that all is right."""
