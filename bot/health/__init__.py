"""Say from outside whether the bot is well: over HTTP, to systemd, and in a file."""
