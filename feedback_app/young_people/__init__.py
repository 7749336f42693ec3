"""Everything that is open to anyone; nothing here knows of log-ins."""
