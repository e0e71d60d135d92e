"""Report pages as an Excel workbook."""
