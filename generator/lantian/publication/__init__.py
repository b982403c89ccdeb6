"""From content to a live release: which sections there are, what each is made of, and how it goes live."""
