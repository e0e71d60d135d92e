"""Check files: what they are, whether they can be used, and whether they fit together."""
