"""A workbook that came back: opened with care, found again by hidden names, read as data."""
