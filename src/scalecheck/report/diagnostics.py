"""Findings in words, for what is no check: the problems that keep a command from its work."""

from scalecheck.report.findings.text import render_text
from scalecheck.report.findings.view import describe

__all__ = ["describe", "render_text"]
