"""The plan's priorities and outcomes, and the indicators they are judged by."""
