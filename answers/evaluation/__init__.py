"""Measuring the answers on labelled questions; a tool for authors."""
