"""Files become records, or problems with lines."""
