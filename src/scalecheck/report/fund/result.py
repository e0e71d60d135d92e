"""The figures of a portfolio as JSON: every exact number as text, nothing rounded."""

from scalecheck.report.fund.material import FundMaterial
from scalecheck.report.values import write_json

FORMAT = "scalecheck/portfolio@1"


def render_fund(material: FundMaterial) -> str:
    """Write what was found in a portfolio: balance, what holds back, overlaps, cohorts, refusals.

    Fractions are texts (`11/75`), what is masked is null.
    """
    portfolio = material.portfolio
    found = {
        "tool": {"name": "scalecheck", "version": material.version},
        "rubric": {"id": portfolio.rubric.id, "version": portfolio.rubric.version},
        "day": material.day or None,
        "projects": len(portfolio.members),
        "refused": portfolio.refused,
        "balance": material.balance,
        "frequent": material.frequent,
        "overlaps": material.overlaps,
        "cohorts": material.cohorts,
    }
    return write_json(FORMAT, found)
