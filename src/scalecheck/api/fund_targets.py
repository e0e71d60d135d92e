"""The shares that a fund declares for its portfolio, held against what the portfolio can have."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from scalecheck.errors import UnknownName
from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Portfolio
from scalecheck.portfolio.balance.axes import closed_list, values_on


def read_targets(
    portfolio: Portfolio, given: Mapping[str, Mapping[str, Fraction]]
) -> Iterator[tuple[AxisKind, Mapping[str, Fraction]]]:
    """Hold each target against the values of its axis; levels are named by their value.

    Yields:
        Each axis, and the share wanted for some of its values.

    Raises:
        UnknownName: there is no such axis, or no such value.
    """
    for name, shares in given.items():
        if name not in tuple(AxisKind):
            raise UnknownName("target", name, tuple(AxisKind))
        axis = AxisKind(name)
        known = _values(portfolio, axis)
        for value in shares:
            if value not in known:
                raise UnknownName("target", f"{name}:{value}", tuple(known))
        yield axis, {known[value]: share for value, share in shares.items()}


def _values(portfolio: Portfolio, axis: AxisKind) -> Mapping[str, str]:
    """The values of an axis, from the names that people give them."""
    if axis is AxisKind.LEVEL:
        return {level.value: str(n) for n, level in enumerate(portfolio.rubric.levels)}
    met = {value for member in portfolio.members for value in values_on(axis, member) if value}
    listed = closed_list(portfolio, axis)
    return {value: value for value in (*listed, *sorted(met.difference(listed)))}
