"""A conversation that ends in a record: what is asked, how answers are read, what is offered."""
