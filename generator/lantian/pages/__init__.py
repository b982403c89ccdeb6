"""Content and a moment become the plan of a site: which pages exist and what each shows."""
