"""Run several programmes in one process, each from a folder of its own."""
