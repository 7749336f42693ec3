"""Taking back everything that was sent, by whoever holds the code."""
