"""The offline form: one HTML page that asks, keeps, checks and gives back answers; it sends none.

What comes back is not the page but the file of answers that it gives, an `answers@1` document.
"""

from scalecheck.forms.page.carried import NOT_ANSWERS, find_base
from scalecheck.forms.page.write import write

__all__ = ["NOT_ANSWERS", "find_base", "write"]
