"""The life of a rubric in words: differences, upgrades and their effect on a portfolio."""
