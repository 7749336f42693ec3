"""Learns from a county's own labels, on top of the shipped weights; loaded by the one command that learns."""
