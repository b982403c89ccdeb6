"""What is inconsistent in records that are each well formed: pure rules that yield findings."""
