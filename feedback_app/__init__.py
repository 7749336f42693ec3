"""Be Supported: a county hears its young people and answers them."""
