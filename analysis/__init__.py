"""Words in, findings out; counts in, safe figures out. Knows nothing of the rest of the product."""
