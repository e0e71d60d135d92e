"""The form as Markdown: a text to fill in with an editor, on a wiki, in an e-mail or on paper."""

from scalecheck.forms.markdown.read import find_mark, read
from scalecheck.forms.markdown.write import write

__all__ = ["find_mark", "read", "write"]
