"""The dashboard of a portfolio: the whole report, and above it a way to look through projects."""

from scalecheck.report.dashboard.build import write_dashboard

__all__ = ["write_dashboard"]
