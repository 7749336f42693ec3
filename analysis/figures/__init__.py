"""Counts in, safe figures out: disclosure control, change between waves, and RAG."""
