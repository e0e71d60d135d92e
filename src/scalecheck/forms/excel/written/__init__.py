"""The plan laid out as a workbook: sheets, looks, formulas, hidden parts."""
