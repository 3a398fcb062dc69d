"""Hear what is said in a voice message."""
