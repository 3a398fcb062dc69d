"""What the bot remembers. The only place that writes SQL; functions take the session, the edge commits."""
