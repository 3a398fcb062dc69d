"""Send the outbox to Telegram: sender, rate limiter and transport."""
