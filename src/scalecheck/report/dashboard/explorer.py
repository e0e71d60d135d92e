"""What the dashboard lets one look through: facets, figures and a table, each already worded."""

import json
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any, NamedTuple

from scalecheck.model.balance import AxisKind
from scalecheck.report.blocks import Cell, Notice
from scalecheck.report.dashboard.columns import code_texts, fold_flags, fold_front
from scalecheck.report.dashboard.facets import Choice, Facet, make_facets
from scalecheck.report.dashboard.listing import Row, carrier, list_rows
from scalecheck.report.dashboard.money import carry_money, head_money
from scalecheck.report.dashboard.wording import word_columns, word_script
from scalecheck.report.fund.pen import FundPen
from scalecheck.report.layout.embedding import embed

STATIC = 500  # projects: a longer table is only there with the script
_SCRIPTS = ("decode", "money", "filter", "bars", "heat", "listing", "download", "start")
# Columns of the table, between the project and its money: those that some project says.
_SHOWN = ("level", "stage", "sector", "clientele", "territory", "bottleneck")
_FIRST = ("stage", "sector", "clientele", "territory")  # filters that are there at once
_GROUPING = ("stage", "sector", "applicant", "track")  # one value a project, none of them a rank
_COUNTED = ("stage", "bottleneck", "strategy")
_CROSSED = (("use", "level"), ("sector", "stage"))


class Heat(NamedTuple):
    """Two facets that are crossed: one down, one across, with the short heads of its columns.

    `rows` are the options of the first, each with its place: ranks go up, as on a plane.
    """

    down: Facet
    across: Facet
    heads: tuple[str, ...]
    rows: tuple[tuple[int, Choice], ...]


class Explorer(NamedTuple):
    """All that the upper part of the dashboard is made of.

    `first` and `more` are the facets that filter; `counted` those drawn as bars, by id; `purpose`
    what money is for, None where no project states any, with its `targets` by option; `heats` the
    facets that are crossed; `moneys` how the amounts in each currency are headed. `data` and
    `words` are JSON texts, safe in a data block; `policy` is the hash of the script.
    """

    first: tuple[Facet, ...]
    more: tuple[Facet, ...]
    grouping: tuple[Facet, ...]
    counted: Mapping[str, Facet]
    purpose: Facet | None
    targets: tuple[str, ...]
    moneys: tuple[str, ...]
    heats: tuple[Heat, ...]
    notice: Notice
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    size: int
    data: str
    words: str
    script: str
    policy: str


def build_explorer(pen: FundPen) -> Explorer:
    """Lay out what the dashboard lets one look through."""
    facets = {facet.id: facet for facet in make_facets(pen)}
    shown = [name for name in _SHOWN if name in facets]
    size = len(pen.portfolio.members)
    script = read_script()
    digest = b64encode(sha256(script.encode()).digest()).decode()
    return Explorer(
        first=tuple(facets[name] for name in _FIRST if name in facets),
        more=tuple(facet for name, facet in facets.items() if name not in _FIRST),
        grouping=tuple(facets[name] for name in _GROUPING if name in facets),
        counted={name: facets[name] for name in _COUNTED if name in facets},
        purpose=facets.get("purpose"),
        targets=tuple(_targets(pen, facets.get("purpose"))),
        moneys=head_money(pen),
        heats=tuple(_heats(pen, facets)),
        notice=_notice(pen),
        columns=word_columns(pen, shown),
        rows=tuple(list_rows(pen, shown)) if size < STATIC else (),
        size=size,
        data=_carry(_data(pen, facets, shown)),
        words=_carry(word_script(pen, shown)),
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


def _notice(pen: FundPen) -> Notice:
    """Say whom the page is for: it names projects and masks nothing."""
    lines = (Cell(pen.say("restricted.meaning")),) if pen.restricted else ()
    return Notice(pen.say("dashboard.committee"), lines)


def _heats(pen: FundPen, facets: Mapping[str, Facet]) -> Iterator[Heat]:
    for down, across in _CROSSED:
        if down in facets and across in facets:
            other = facets[across]
            heads = tuple(one.label for one in other.options)
            rows = tuple(enumerate(facets[down].options))
            if across == "level":
                heads = tuple(_short(pen, value) for value in other.values)
                known = _known(facets[down])
                rows = (*rows[:known][::-1], *rows[known:])
            yield Heat(facets[down], other, heads, rows)


def _short(pen: FundPen, value: str) -> str:
    """A level in the head of a narrow column: its value alone."""
    known = value not in ("", "-1")
    return str(pen.portfolio.rubric.levels[int(value)].value) if known else "–" if value else "?"


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
    titles = [pen.speaker.text(member.title) for member in members]
    purposes = facets["purpose"].values if "purpose" in facets else ()
    return {
        "n": len(members),
        "titles": fold_front([str(title) for title in titles]),
        "flags": fold_flags([m.local for m in members], [bool(one.lang) for one in titles]),
        "ids": code_texts([member.id for member in members]),
        "carriers": code_texts([carrier(pen, member) for member in members]),
        "facets": {facet.id: facet.data for facet in facets.values()},
        "options": {facet.id: [one.label for one in facet.options] for facet in facets.values()},
        "known": {name: _known(facet) for name, facet in facets.items()},
        "shown": shown,
        "money": carry_money(pen, purposes),
    }


def _known(facet: Facet) -> int:
    """How many options say something: the last may be that nothing is said."""
    return len(facet.values) - (facet.values[-1] == "")
