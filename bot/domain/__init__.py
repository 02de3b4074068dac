"""The rules of Bedside: pure, typed, without input or output. Time arrives as `at` (an instant) or `on` (a date)."""
