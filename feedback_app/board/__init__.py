"""The pages of board members and board officers."""
