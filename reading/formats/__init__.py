"""One reader for each form of file."""
