"""The administrator's pages, and signing in for all of the staff."""
