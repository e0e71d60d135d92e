"""What a printed document needs: a template that reads data, whole fonts, and that data."""
