"""The commands of `campanile`."""
