"""Messages about announcements: the draft's panel, progress, report, agenda."""
