"""The acts of organisers on announcements."""
