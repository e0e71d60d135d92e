"""What Word and Excel files have in common: the package, its texts, the result it carries."""
