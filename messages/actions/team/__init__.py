"""Buttons of the organisers' team."""
