"""The same job, on the same server, in the same run: this bot beside what others use."""
