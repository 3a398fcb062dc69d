"""Rows of residents, groups and what they follow."""
