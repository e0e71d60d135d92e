"""What the dashboard lets one look through: facets, figures and a table, each already worded."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from scalecheck.language import numbers
from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Member
from scalecheck.report.blocks import Notice
from scalecheck.report.dashboard.columns import fold_front
from scalecheck.report.dashboard.facets import Choice, Facet, make_facets, sources
from scalecheck.report.fund.opening import notice
from scalecheck.report.fund.pen import FundPen, counting
from scalecheck.report.layout.embedding import embed

STATIC = 500  # projects: a longer table is only there with the script
_SCRIPTS = ("decode", "filter", "tables", "download", "start")
# Columns of the table, between the project and its money: those that some project says.
_SHOWN = ("level", "stage", "sector", "territory", "bottleneck")
_COUNTED = ("stage", "bottleneck")


class Row(NamedTuple):
    """One project in the table that needs no script."""

    title: Choice
    cells: tuple[str, ...]


class Explorer(NamedTuple):
    """All that the upper part of the dashboard is made of.

    `counted` are the facets drawn as bars; `purpose` what money is for, None where no project
    states any, with its `targets` by option; `heat` the two facets that are crossed, or none.
    `data` and `words` are JSON texts, safe in a data block; `policy` is the hash of the script.
    """

    facets: tuple[Facet, ...]
    counted: tuple[Facet, ...]
    purpose: Facet | None
    targets: tuple[str, ...]
    heat: tuple[Facet, ...]
    notices: tuple[Notice, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    size: int
    data: str
    words: str
    script: str
    policy: str


def build_explorer(pen: FundPen) -> Explorer:
    """Lay out what the dashboard lets one look through."""
    members = pen.portfolio.members
    facets = {facet.id: facet for facet in make_facets(pen)}
    crossed = [facets[name] for name in ("sector", "stage") if name in facets]
    shown = [name for name in _SHOWN if name in facets]
    columns = tuple(pen.say(f"dashboard.column.{name}") for name in ("project", *shown, "money"))
    script = read_script()
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return Explorer(
        facets=tuple(facets.values()),
        counted=tuple(facets[name] for name in _COUNTED if name in facets),
        purpose=facets.get("purpose"),
        targets=tuple(_targets(pen, facets.get("purpose"))),
        heat=tuple(crossed) if len(crossed) > 1 else (),
        notices=tuple(one for one in notice(pen) if isinstance(one, Notice)),
        columns=columns,
        rows=tuple(_rows(pen, members, shown)) if len(members) < STATIC else (),
        size=len(members),
        data=_carry(_data(pen, facets, shown)),
        words=_carry(_words(pen, columns)),
        script=script,
        policy=f"'sha256-{digest}'",
    )


def _carry(found: Mapping[str, Any]) -> str:
    return embed(json.dumps(found, ensure_ascii=False, separators=(",", ":")))


@cache
def read_script() -> str:
    """The script of the dashboard: its files, one after the other."""
    folder = files("scalecheck.report.dashboard").joinpath("script")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return "\n".join(('"use strict";', *texts))


def _targets(pen: FundPen, facet: Facet | None) -> Iterator[str]:
    """The declared share of each option of what money is for; none where none was declared."""
    try:
        axis = pen.material.balance.axis(AxisKind.PURPOSE)
    except KeyError:
        return
    declared = next((dict(one.targets) for one in axis.distances), {})
    if facet is not None and declared:
        for value in facet.values:
            yield pen.percent(declared[value]) if value in declared else "–"


def _data(pen: FundPen, facets: Mapping[str, Facet], shown: Sequence[str]) -> dict[str, Any]:
    members = pen.portfolio.members
    order = facets["purpose"].values if "purpose" in facets else ("",)
    return {
        "n": len(members),
        "titles": fold_front([str(pen.speaker.text(member.title)) for member in members]),
        "local": "".join("1" if member.local else "0" for member in members),
        "facets": {facet.id: facet.data for facet in facets.values()},
        "options": {facet.id: [one.label for one in facet.options] for facet in facets.values()},
        "shown": shown,
        "currency": pen.currency or "CAD",
        "stated": "".join(_stated(member, pen.currency) for member in members),
        "amounts": list(_amounts(members, pen.currency, order)),
    }


def _stated(member: Member, currency: str) -> str:
    """Where the money of a project is: in the currency counted, in another, or not stated."""
    lines = counting(member.funding)
    if any(line.currency == currency for line in lines):
        return "1"
    return "2" if lines else "0"


def _amounts(
    members: Sequence[Member], currency: str, order: Sequence[str]
) -> Iterator[int | float]:
    """The amounts of each project, one for each of its purposes, in their order.

    What is in another currency adds nothing to them.
    """
    for member in members:
        sums: dict[str, Fraction] = {}
        for line in counting(member.funding):
            counted = line.amount if line.currency == currency else Fraction(0)
            sums[line.purpose] = sums.get(line.purpose, Fraction(0)) + counted
        yield from (_plain(sums[purpose]) for purpose in order if purpose in sums)


def _plain(amount: Fraction) -> int | float:
    return int(amount) if amount.denominator == 1 else float(amount)


def _words(pen: FundPen, columns: Sequence[str]) -> dict[str, Any]:
    names = ("local", "none", "page", "file", "filtered")
    return {
        "lang": f"{pen.language}-CA",
        "shown": _counted(pen, "shown"),
        "elsewhere": _counted(pen, "elsewhere"),
        **{name: pen.say(f"dashboard.{name}") for name in names},
        "columns": columns,
    }


def _counted(pen: FundPen, name: str) -> dict[str, str]:
    """A plural as the script fills it: one form for one, another with a place for the number."""
    other = pen.say(f"dashboard.{name}", count=2).replace("2", "{n}", 1)
    return {"one": pen.say(f"dashboard.{name}", count=1), "other": other}


def _rows(pen: FundPen, members: Sequence[Member], shown: Sequence[str]) -> Iterator[Row]:
    named = {source.id: source for source in sources(pen)}
    for member in members:
        said = [
            ", ".join(str(named[name].name(v)) for v in named[name].values(member)) or "–"
            for name in shown
        ]
        title = pen.speaker.text(member.title)
        yield Row(Choice(str(title), getattr(title, "lang", "")), (*said, _money(pen, member)))


def _money(pen: FundPen, member: Member) -> str:
    lines = [line for line in counting(member.funding) if line.currency == pen.currency]
    total = sum((line.amount for line in lines), Fraction(0))
    return numbers.money(total, pen.currency, pen.language) if lines else "–"
