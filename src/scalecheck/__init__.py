"""scalecheck assesses how ready a social innovation is to scale."""
