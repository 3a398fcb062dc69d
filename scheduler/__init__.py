"""Time's side: on every tick, ask the database what is due. Nothing that matters lives in a job."""
