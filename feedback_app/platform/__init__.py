"""What the product stands on: settings, database, access, errors; no rule of the product is in here."""
