"""What young people said, what was decided because of it, by whom, by when, and where it stands."""
