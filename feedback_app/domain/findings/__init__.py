"""Findings: what the machine read in a comment."""
