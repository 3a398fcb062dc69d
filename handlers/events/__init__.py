"""Handlers of events: cards, sharing, and an organiser's changes."""
