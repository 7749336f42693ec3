"""Responses: what one person sent, its comments, and the counts made of many."""
