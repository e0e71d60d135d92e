"""The formats, one visible list."""

from collections.abc import Mapping

from scalecheck.report.format import Format
from scalecheck.report.formats.html import HTML
from scalecheck.report.formats.markdown import MARKDOWN
from scalecheck.report.formats.terminal import TERMINAL

FORMATS: Mapping[str, Format] = {one.name: one for one in (TERMINAL, MARKDOWN, HTML)}
