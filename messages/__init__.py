"""Everything the bot says: translations, buttons, cards, notices."""
