"""What the dashboard lets one look through: facets, figures and a table, each already worded."""

import json
from base64 import b64encode
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from scalecheck.language import numbers
from scalecheck.model.balance import AxisKind
from scalecheck.model.portfolio import Amount, Member
from scalecheck.report.dashboard.columns import code, fold_front
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.layout.embedding import embed
from scalecheck.report.view.phrase import Words

STATIC = 500  # projects: a longer table is only there with the script
_SCRIPTS = ("decode", "filter", "tables", "download", "start")
_ASIDE = ("refused",)


class Choice(NamedTuple):
    """One option of a facet, and its language where it is not that of the page."""

    label: str
    lang: str = ""


class Facet(NamedTuple):
    """One thing that projects are filtered and counted by."""

    id: str
    label: str
    every: str
    options: tuple[Choice, ...]


class Row(NamedTuple):
    """One project in the table that needs no script."""

    title: Choice
    cells: tuple[str, ...]


class Explorer(NamedTuple):
    """All that the upper part of the dashboard is made of.

    `data` and `words` are JSON texts, safe in a data block; `policy` is the hash of the script.
    """

    facets: tuple[Facet, ...]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    size: int
    data: str
    words: str
    script: str
    policy: str

    def facet(self, name: str) -> Facet:
        """Find a facet.

        Raises:
            KeyError: there is none of that name.
        """
        return next(one for one in self.facets if one.id == name)


class _Source(NamedTuple):
    """Where the options of a facet come from: what each project has of it."""

    id: str
    label: str
    values: Callable[[Member], tuple[str, ...]]
    name: Callable[[str], Words]


def build_explorer(pen: FundPen) -> Explorer:
    """Lay out what the dashboard lets one look through."""
    members = pen.portfolio.members
    sources = tuple(_sources(pen))
    found = [_facet(pen, source, members) for source in sources]
    facets = tuple(facet for facet, _ in found)
    script = read_script()
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return Explorer(
        facets,
        tuple(pen.say(f"dashboard.column.{name}") for name in _COLUMNS),
        tuple(_rows(pen, members)) if len(members) < STATIC else (),
        len(members),
        embed(json.dumps(_data(pen, found, members), ensure_ascii=False, separators=(",", ":"))),
        embed(json.dumps(_words(pen), ensure_ascii=False, separators=(",", ":"))),
        script,
        f"'sha256-{digest}'",
    )


@cache
def read_script() -> str:
    """The script of the dashboard: its files, one after the other."""
    folder = files("scalecheck.report.dashboard").joinpath("script")
    texts = (folder.joinpath(f"{name}.js").read_text(encoding="utf-8") for name in _SCRIPTS)
    return "\n".join(('"use strict";', *texts))


# Columns of the table, after the project; each is a facet, or the money.
_SHOWN = ("level", "stage", "sector", "territory", "bottleneck")
_COLUMNS = ("project", *_SHOWN, "money")


def _sources(pen: FundPen) -> Iterator[_Source]:
    def named(kind: AxisKind) -> Callable[[str], Words]:
        return lambda value: pen.value(kind, value)

    def read(name: str) -> Callable[[Member], tuple[str, ...]]:
        def values(member: Member) -> tuple[str, ...]:
            found = getattr(member, name)
            return found if isinstance(found, tuple) else (found,) if found else ()

        return values

    yield _Source("level", "level", _level, named(AxisKind.LEVEL))
    yield _Source("stage", "stage", lambda m: _one(m.level.stage), named(AxisKind.STAGE))
    for name in ("sector", "clientele", "territory", "applicant"):
        yield _Source(name, name, read(name), named(AxisKind(name)))
    yield _Source("strategy", "strategy", read("strategies"), named(AxisKind.STRATEGY))
    yield _Source("bottleneck", "bottleneck", _bottlenecks, pen.named)
    yield _Source("track", "track", read("track"), named(AxisKind.TRACK))


def _one(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _level(member: Member) -> tuple[str, ...]:
    return () if member.level.official is None else (str(member.level.official),)


def _bottlenecks(member: Member) -> tuple[str, ...]:
    """What holds a project back; nothing holds back one that stays local by choice."""
    if member.local:
        return ()
    return tuple(dict.fromkeys(name for one in member.bottlenecks for name in one.dimensions))


Made = tuple[Facet, dict[str, Any]]


def _facet(pen: FundPen, source: _Source, members: Sequence[Member]) -> Made:
    order = _order(pen, source.id)
    met = dict.fromkeys(value for member in members for value in source.values(member))
    values = [v for v in order if v in met] + sorted(v for v in met if v not in order)
    place = {value: number for number, value in enumerate(values)}
    choices = tuple(_choice(source.name(value)) for value in values)
    rows = (tuple(sorted(place[v] for v in source.values(member))) for member in members)
    coded = code(rows)
    label = pen.say(f"dashboard.facet.{source.label}")
    every = pen.say("dashboard.every")
    data = {"w": coded.width, "sets": coded.sets, "at": coded.at}
    return Facet(source.id, label, every, choices), data


def _order(pen: FundPen, name: str) -> list[str]:
    """The order of the options: that of the rubric, or of the closed list."""
    rubric, lists = pen.portfolio.rubric, pen.portfolio.vocabularies
    known: dict[str, Sequence[str]] = {
        "level": ["-1", *map(str, range(len(rubric.levels)))],
        "stage": [stage.id for stage in rubric.stages],
        "strategy": [strategy.id for strategy in rubric.strategies],
        "track": [track.id for track in rubric.tracks],
        "bottleneck": [dimension.id for dimension in rubric.dimensions],
    }
    if name in known or lists is None:
        return list(known.get(name, ()))
    own = {
        "sector": lists.sectors,
        "clientele": lists.clienteles,
        "territory": lists.territories,
        "applicant": lists.applicant_types,
    }
    return [word.id for word in own[name]]


def _choice(said: Words) -> Choice:
    return Choice(str(said), getattr(said, "lang", ""))


def _data(pen: FundPen, found: Sequence[Made], members: Sequence[Member]) -> dict[str, Any]:
    currency = _currency(members)
    return {
        "n": len(members),
        "titles": fold_front([str(pen.speaker.text(member.title)) for member in members]),
        "local": "".join("1" if member.local else "0" for member in members),
        "facets": {facet.id: data for facet, data in found},
        "options": {facet.id: [one.label for one in facet.options] for facet, _ in found},
        "currency": currency,
        "money": [_money(member.funding, currency) for member in members],
    }


def _currency(members: Sequence[Member]) -> str:
    """The currency of most projects; the first by name of several."""
    counts: dict[str, int] = {}
    for member in members:
        for currency in {line.currency for line in member.funding}:
            counts[currency] = counts.get(currency, 0) + 1
    return min(counts, key=lambda name: (-counts[name], name)) if counts else "CAD"


def _money(lines: Sequence[Amount], currency: str) -> int | float | None:
    """What counts for a project in one currency; None where it states nothing in it."""
    counted = [
        line.amount for line in lines if line.currency == currency and line.status not in _ASIDE
    ]
    if not counted:
        return None
    total = sum(counted, Fraction(0))
    return int(total) if total.denominator == 1 else float(total)


def _words(pen: FundPen) -> dict[str, Any]:
    names = ("local", "none", "page", "sorted", "file", "total")
    counted = pen.say("dashboard.shown", count=2).replace("2", "{n}", 1)
    return {
        "lang": f"{pen.language}-CA",
        "shown": {"one": pen.say("dashboard.shown", count=1), "other": counted},
        **{name: pen.say(f"dashboard.{name}") for name in names},
        "columns": [pen.say(f"dashboard.column.{name}") for name in _COLUMNS],
    }


def _rows(pen: FundPen, members: Sequence[Member]) -> Iterator[Row]:
    currency = _currency(members)
    sources = {source.id: source for source in _sources(pen)}
    for member in members:
        said = [
            ", ".join(str(sources[name].name(v)) for v in sources[name].values(member)) or "–"
            for name in _SHOWN
        ]
        amount = _money(member.funding, currency)
        money = "–" if amount is None else numbers.money(Fraction(amount), currency, pen.language)
        yield Row(_choice(pen.speaker.text(member.title)), (*said, money))
