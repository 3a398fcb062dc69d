"""Storage: the only place that writes SQL; functions take the session, the edge commits."""
