"""The page, and the Bot API over HTTP."""
