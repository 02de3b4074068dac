"""The same text with neutral words where it points at somebody."""
