"""What the model's nodes mean for one project: pure, total, exact."""
