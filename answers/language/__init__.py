"""Reading a message: its language, words, names, days, hours and cries for help."""
