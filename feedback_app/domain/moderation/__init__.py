"""What a person decides about each comment, and the one way by which words get out."""
