"""Handlers of what residents do: ask, follow, be reminded, leave."""
