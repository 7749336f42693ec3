"""What was learned from text: weights of words and how they are summed. Knows no text source and no fitting."""
