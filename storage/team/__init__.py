"""Rows of organisers and their work."""
