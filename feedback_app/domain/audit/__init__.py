"""Who did what and when, without a word of what it was about."""
