"""Deciding what to do with a message in its conversation."""
