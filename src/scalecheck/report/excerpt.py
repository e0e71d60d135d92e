"""What makes a stranger's text safe to print, for those who still ask for it here."""

from scalecheck.report.findings.screen import neutralise

__all__ = ["neutralise"]
