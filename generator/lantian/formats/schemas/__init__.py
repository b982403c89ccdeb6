"""Published JSON Schemas of the data files (contracts.md section 3)."""
