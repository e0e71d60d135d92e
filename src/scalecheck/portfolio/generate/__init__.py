"""Fictional portfolios for tests, measurements and examples: the same from the same seed."""
