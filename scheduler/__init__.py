"""Jobs: on every tick, ask the database what is due. A job keeps nothing in memory that matters."""
