"""Word lists that portfolios are read with."""
