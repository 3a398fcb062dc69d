"""Read and write rows: the only place with SQL. Functions take a session; whoever opened it commits."""
