"""What a programme calls things: its words, with the articles that a language puts before them. Pure."""
