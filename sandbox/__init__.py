"""A pretend Telegram in memory, with a web page; it refuses what Telegram refuses."""
