"""The interview: every question of a rubric, one at a time, in a terminal or through a pipe."""
