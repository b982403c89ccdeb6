"""What the law and the day say: pure records and rules."""
