"""The life of a rubric: what a new edition changes, for whom, and how answers follow it."""
