"""The plan: a rubric compiled, once, to whole numbers that any engine can compute."""
