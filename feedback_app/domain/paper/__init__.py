"""Forms on paper: typed twice, compared, settled, stored once."""
