"""The figures of a portfolio as JSON: every exact number as text, nothing rounded."""

from scalecheck.model.overlap import Overlap
from scalecheck.report.fund.material import FundMaterial
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.values import write_json

FORMAT = "scalecheck/portfolio@1"


def render_fund(material: FundMaterial) -> str:
    """Write what was found in a portfolio: balance, what holds back, overlaps, cohorts, refusals.

    Fractions are texts (`11/75`), what is masked is null. `restricted` counts the projects that
    may only be read by those they are handed to; of their texts, nothing is quoted.
    """
    portfolio = material.portfolio
    pen = FundPen(material)
    pairs = tuple(_unquoted(pen, one) for one in material.overlaps.pairs)
    found = {
        "tool": {"name": "scalecheck", "version": material.version},
        "rubric": {"id": portfolio.rubric.id, "version": portfolio.rubric.version},
        "day": material.day or None,
        "projects": len(portfolio.members),
        "restricted": len(pen.restricted),
        "refused": portfolio.refused,
        "balance": material.balance,
        "frequent": material.frequent,
        "overlaps": material.overlaps._replace(pairs=pairs),
        "cohorts": material.cohorts,
    }
    return write_json(FORMAT, found)


def _unquoted(pen: FundPen, one: Overlap) -> Overlap:
    return one if pen.may_quote(one) else one._replace(terms=())
