"""Answers in and out: the files and forms that people fill in."""
