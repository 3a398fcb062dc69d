"""Content as the process uses it: programme, templates and answers, loaded and kept up to date."""
