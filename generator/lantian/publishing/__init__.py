"""A finished folder goes live."""
