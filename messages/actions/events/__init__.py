"""Buttons about events."""
