"""Venues: places where posters hang and tablets lie. A venue is a figure of coverage and never joins an answer."""
