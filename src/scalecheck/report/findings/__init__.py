"""Show findings: six formats; and the catalogue of rules in words."""

from scalecheck.report.findings.render import FORMATS, render_findings

__all__ = ["FORMATS", "render_findings"]
