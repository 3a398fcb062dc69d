"""Messages to the organisers' team."""
