"""Before any handler: who writes, whether we listen, and where typed text goes."""
