"""The form as an Excel workbook: laid out from one plan, and read back by its hidden names."""

from scalecheck.forms.excel.form import find_mark, read, write

__all__ = ["find_mark", "read", "write"]
