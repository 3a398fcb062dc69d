"""Sending: at which pace, over which transport, from the outbox to Telegram."""
