"""The words that the script of the dashboard fills: plurals and patterns with places for facts."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

from scalecheck.model.language import Language
from scalecheck.report.dashboard.listing import MOST
from scalecheck.report.dashboard.money import head_money
from scalecheck.report.fund.pen import FundPen

_PLAIN = ("local", "none", "page", "file", "filtered", "group", "state", "all-refused", "yes", "no")
_PLURAL = ("shown", "unstated", "refused", "base", "levels", "rest")


def word_columns(pen: FundPen, shown: Sequence[str]) -> tuple[str, ...]:
    """Head the columns of the list."""
    return tuple(pen.say(f"dashboard.column.{name}") for name in ("project", *shown, "money"))


def word_script(pen: FundPen, shown: Sequence[str]) -> dict[str, Any]:
    """Give the script its words; `sheet` heads the columns of the table that is downloaded."""
    heads = ("project", "id", "organization", *shown, "local")
    sheet = [pen.say(f"dashboard.column.{name}") for name in heads]
    return {
        "lang": f"{pen.language}-CA",
        "foreign": next(str(one) for one in Language if one is not pen.language),
        "most": MOST,
        "least": pen.percent(Fraction(1, 1000)),
        "plurals": {name: _counted(pen, name) for name in _PLURAL},
        **{name: pen.say(f"dashboard.{name}") for name in _PLAIN},
        "columns": word_columns(pen, shown),
        "sheet": [*sheet, *head_money(pen)],
    }


def _counted(pen: FundPen, name: str) -> dict[str, str]:
    """A plural as the script fills it: one form for one, another with a place for the number."""
    other = pen.say(f"dashboard.{name}", count=2).replace("2", "{n}", 1)
    return {"one": pen.say(f"dashboard.{name}", count=1), "other": other}
