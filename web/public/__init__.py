"""The programme for everybody, without Telegram: pages that only read, and feeds."""
