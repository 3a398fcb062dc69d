"""Tables: which column says what, and how its dates and hours are written."""
