"""Reply to a message: the steps, the surest first."""
