"""The form for Kobo and ODK: written as an XLSForm, read back from what those tools export."""

from scalecheck.forms.xlsform.read import find_mark, read
from scalecheck.forms.xlsform.write import write

__all__ = ["find_mark", "read", "write"]
