"""The rules about residents."""
