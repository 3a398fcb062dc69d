"""Rows of announcements."""
