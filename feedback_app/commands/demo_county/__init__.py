"""The demonstration county: synthetic people, waves, answers and papers, made anew on the day they are loaded."""
