"""The process: settings, wiring, commands, last resort."""
