"""Explain any figure of an assessment: a tree of lines, down to answers and their evidence."""

from scalecheck.report.explanation.explain import explain, known_nodes
from scalecheck.report.explanation.lines import Explanation, Line, Mark, render_explanation

__all__ = ["Explanation", "Line", "Mark", "explain", "known_nodes", "render_explanation"]
