"""Reports: they show what the engine found, and compute nothing."""
