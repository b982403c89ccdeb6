"""Spreadsheets of authorities become the rows of an inventory, or every problem in them at once."""
