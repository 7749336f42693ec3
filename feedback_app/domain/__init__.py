"""What may happen, subject by subject, and the only SQL."""
