"""The organisers' side of the rules."""
