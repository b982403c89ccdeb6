"""A site becomes documents for machines."""
