"""Acts of residents: follow, be reminded, be left in peace, ask, come, and be forgotten."""
