"""The process: settings, wiring, commands, and the handling of unforeseen errors."""
