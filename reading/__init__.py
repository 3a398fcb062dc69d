"""Read programmes as people have them: calendars, tables, conferences, lists of dates."""
