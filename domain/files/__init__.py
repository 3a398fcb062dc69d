"""Read content files: YAML, with the line of each value."""
