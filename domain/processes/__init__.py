"""Processes that the bot begins."""
