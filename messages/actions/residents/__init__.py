"""Buttons of residents."""
