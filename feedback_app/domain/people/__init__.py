"""The staff: who they are, what role they hold, how they sign in."""
