"""Pages of youth workers, the safeguarding lead and the engagement officer."""
