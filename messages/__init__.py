"""What the bot says: words by language, buttons, cards, notices."""
