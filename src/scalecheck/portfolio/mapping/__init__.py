"""From somebody's table to the wide table of a rubric: columns, cells, long tables, guesses."""
