"""Fits and measures what the analysis has learned. For development only: nothing that runs imports it."""
