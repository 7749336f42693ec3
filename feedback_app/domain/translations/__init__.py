"""Who confirmed the words of a translation, and whether they still stand."""
