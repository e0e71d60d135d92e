"""The figures of a portfolio as JSON: every exact number as text, nothing rounded."""

from typing import Any

from scalecheck.model.cohort import Frequent
from scalecheck.model.overlap import Overlap
from scalecheck.model.portfolio import Refused
from scalecheck.report.fund.cohort_figures import mask_cohorts
from scalecheck.report.fund.material import FundMaterial
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.values import write_json

FORMAT = "scalecheck/portfolio@1"


def render_fund(material: FundMaterial) -> str:
    """Write what was found in a portfolio: balance, what holds back, overlaps, cohorts, refusals.

    Fractions are texts (`11/75`), what is masked is null, in cohorts too. `restricted` counts the
    projects that may only be read by those they are handed to; of their texts, nothing is quoted.
    """
    portfolio, frequent = material.portfolio, material.frequent
    pen = FundPen(material)
    is_held = material.balance.totals.local is None  # with the whole, the others would give it
    pairs = tuple(_unquoted(pen, one) for one in material.overlaps.pairs)
    found = {
        "tool": {"name": "scalecheck", "version": material.version},
        "rubric": {"id": portfolio.rubric.id, "version": portfolio.rubric.version},
        "day": material.day or None,
        "projects": len(portfolio.members),
        "restricted": _told(pen, len(pen.restricted)),
        "refused": [_refused(one) for one in portfolio.refused],
        "balance": material.balance,
        "frequent": {
            "asked": None if is_held else _told(pen, frequent.asked),
            "blockers": [_frequent(pen, one) for one in frequent.blockers],
            "bottlenecks": [_frequent(pen, one) for one in frequent.bottlenecks],
            "decisive": [_frequent(pen, one) for one in frequent.decisive],
        },
        "overlaps": material.overlaps._replace(pairs=pairs),
        "cohorts": mask_cohorts(pen),
    }
    return write_json(FORMAT, found)


def _unquoted(pen: FundPen, one: Overlap) -> Overlap:
    return one if pen.may_quote(one) else one._replace(terms=())


def _told(pen: FundPen, count: int) -> int | None:
    return None if pen.is_small(count) else count


def _frequent(pen: FundPen, one: Frequent) -> dict[str, Any]:
    counts = {"projects": one.projects, "alone": one.alone, "local": one.local}
    return {"name": one.name, **{name: _told(pen, count) for name, count in counts.items()}}


def _refused(one: Refused) -> dict[str, Any]:
    """What keeps an input out: a code and facts, no sentence."""
    problem = one.problem
    said = {"code": problem.code, "severity": problem.severity}
    where = {"source": one.source, "place": one.place}
    return {**where, **said, "path": problem.path, "facts": problem.facts}
