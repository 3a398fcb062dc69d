"""Run before any handler: who writes, if the bot listens, and where typed text goes."""
