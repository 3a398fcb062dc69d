"""Messages about events: cards, notices, changes, calendar files."""
