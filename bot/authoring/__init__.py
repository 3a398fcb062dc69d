"""What authors ask of the command line: an answer and why, what is wrong in their files, how well it all answers."""
