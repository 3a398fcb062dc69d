"""The people and groups of the pretend Telegram."""
