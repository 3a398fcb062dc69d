"""Jobs for events."""
