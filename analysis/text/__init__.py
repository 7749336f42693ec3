"""Words in, a finding out: what one comment says, and the words that say so."""
