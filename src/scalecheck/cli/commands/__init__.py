"""The commands: each asks the public face for one thing, and writes it."""
