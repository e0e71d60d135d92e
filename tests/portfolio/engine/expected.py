"""What the single-project engine says of a project, in the columns of the table engine."""

from scalecheck.portfolio.engine.single import columns_of
from scalecheck.portfolio.plan.results import Results


def expected(found):
    """Every column of one project, from its assessment."""
    return columns_of(found, tuple(Results))
