"""Rows of events and their changes."""
