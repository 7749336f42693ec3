"""Measures the product beside references, in one run on one machine."""
