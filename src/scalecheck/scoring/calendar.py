"""Months, counted on the calendar: no clock, no time zone."""

from scalecheck.model.base import days_in_month


def last_day(date: str) -> str:
    """Read `YYYY-MM` as the last day of its month; a full date stays as it is."""
    if len(date) > 7:
        return date
    year, month = (int(part) for part in date.split("-"))
    return f"{date}-{days_in_month(year, month):02d}"


def add_months(day: str, months: int) -> str:
    """Go forward by calendar months, to the last day of a shorter month."""
    year, month, number = (int(part) for part in day.split("-"))
    years, index = divmod(month - 1 + months, 12)
    year, month = year + years, index + 1
    return f"{year:04d}-{month:02d}-{min(number, days_in_month(year, month)):02d}"


def is_within(date: str, months: int, as_of: str) -> bool:
    """Tell whether a date is at most so many months before another, both ends included."""
    return add_months(last_day(date), months) >= as_of


def full_months(date: str | None, as_of: str) -> int | None:
    """Count the full calendar months from a date to another; None where there is no date."""
    if date is None:
        return None
    start = last_day(date)
    (year, month, _), (until_year, until_month, _) = (d.split("-") for d in (start, as_of))
    whole = (int(until_year) - int(year)) * 12 + int(until_month) - int(month)
    return whole if add_months(start, whole) <= as_of else whole - 1
