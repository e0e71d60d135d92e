"""Reason exactly about what a rubric asks: what can be met, what never, and who can bring it."""
