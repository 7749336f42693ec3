"""Anonymous replies: a youth worker writes to a response with a receipt, and she may answer."""
