"""The pretend Bot API."""
