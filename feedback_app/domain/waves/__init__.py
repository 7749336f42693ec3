"""Waves: runs of an instrument, from their opening to their end."""
