"""Contacts: who young people can talk to now. A validated file, so that help never waits for a database."""
