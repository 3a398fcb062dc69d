"""Times as people type them: a grammar that knows no language, and a file of words for each."""
