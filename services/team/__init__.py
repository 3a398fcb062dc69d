"""What the organisers' team can do: answer tickets, invite and revoke, learn, count, print."""
