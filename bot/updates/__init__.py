"""Ask Telegram for updates and hand them over in order."""
