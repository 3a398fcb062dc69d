"""Handlers of announcements: draft, preview, confirm, approve, stop, amend."""
