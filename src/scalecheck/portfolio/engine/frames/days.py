"""The dates of evidence as expressions: whether they are dates, and how old the evidence is."""

from datetime import date, timedelta

from scalecheck.model.criterion import Criterion, level_needs
from scalecheck.model.rubric import Rubric
from scalecheck.portfolio.engine.frames.cells import Cells
from scalecheck.portfolio.engine.frames.dialect import Expr
from scalecheck.scoring.calendar import add_months, is_within

_OLDEST = "0001-01-01"
_LEAP = r"(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)"
_DAY = (
    r"[0-9]{4}-(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    r"|[0-9]{4}-(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    r"|[0-9]{4}-02-(?:0[1-9]|1[0-9]|2[0-8])"
    rf"|{_LEAP}-02-29"
)
_DATE = rf"^(?:[0-9]{{4}}-(?:0[1-9]|1[0-2])|{_DAY})$"


class DayReader:
    """Reads dates; a date is known by the ages that it is under, so by a few comparisons."""

    def __init__(self, cells: Cells, rubric: Rubric, as_of: str | None) -> None:
        self.cells, self.say, self.rubric, self.as_of = cells, cells.say, rubric, as_of

    def is_sound(self, name: str) -> Expr:
        """Tell whether a cell is a date."""
        if self.cells.is_day(name):
            return ~self.say.col(name).is_null()
        return self.say.matches(self.cells.text(name), _DATE)

    def bounds(self, criterion: Criterion) -> tuple[str, ...]:
        """The first day of each age that is told apart, the oldest first, then that of tomorrow."""
        if self.as_of is None:
            return ()
        scale = next(s for s in self.rubric.scales if s.id == criterion.scale)
        needs = (need for need in level_needs(criterion, scale) if need is not None)
        ages = {need.newest_within for need in needs} | {self.rubric.evidence.max_age}
        firsts = {_first_day(age, self.as_of) for age in ages if age is not None}
        return (*sorted(firsts), _day_after(self.as_of))

    def samples(self, criterion: Criterion) -> tuple[str | None, ...]:
        """A date of each age, in the order of `age`: without a date, then from the oldest."""
        bounds = self.bounds(criterion)
        return (None, _OLDEST, *bounds) if bounds else (None,)

    def age(self, name: str, criterion: Criterion) -> Expr:
        """The number of an age among those told apart; 0 where there is no date."""
        text, found = self.cells.text(name), self.say.code(1)
        bounds = self.bounds(criterion)
        if not bounds:
            return self.say.code(0)
        is_month = text.str.len_chars() == 7
        for number, bound in enumerate(bounds):
            # A month stands for its last day.
            reached = (is_month & (text >= bound[:7])) | (~is_month & (text >= bound))
            found = self.say.pick(reached, number + 2, found)
        return self.say.pick(self.cells.is_blank(name), 0, found)


def _first_day(months: int, as_of: str) -> str:
    """The first day from which so many months have not gone by."""
    year, month, _ = (int(part) for part in as_of.split("-"))
    if year * 12 + month - 13 <= months:
        return _OLDEST
    start = add_months(as_of, -months)
    days = (_shift(start, days) for days in range(-4, 5))  # months are not alike
    return next(day for day in days if is_within(day, months, as_of))


def _shift(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days)).isoformat()


def _day_after(day: str) -> str:
    return _shift(day, 1)
