"""What organisers can do with announcements."""
