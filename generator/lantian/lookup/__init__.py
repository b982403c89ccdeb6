"""Finding a company in an inventory of any size, with nothing but static files."""
