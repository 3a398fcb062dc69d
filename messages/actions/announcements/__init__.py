"""Buttons about announcements."""
