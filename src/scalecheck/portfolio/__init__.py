"""Many projects at once: the table engine, and what a fund reads in its portfolio."""
