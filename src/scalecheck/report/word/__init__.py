"""Report pages as a Word document."""
