"""The one room with Jinja: our templates, those of others, and what makes words safe in both."""

from scalecheck.report.templating.house import FOLDER, render_document, render_template
from scalecheck.report.templating.words import in_html, in_markdown

__all__ = ["FOLDER", "in_html", "in_markdown", "render_document", "render_template"]
