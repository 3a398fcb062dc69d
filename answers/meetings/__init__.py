"""Choose among the meetings of a programme by what a message says of them."""
