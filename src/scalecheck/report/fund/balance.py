"""What a portfolio holds, and what it does not: money first, then projects, axis by axis."""

from collections.abc import Collection, Iterator, Sequence

from scalecheck.language import numbers
from scalecheck.model.balance import Axis, AxisKind, Sum
from scalecheck.model.balance import Cell as Count
from scalecheck.report.blocks import Block, Cell, Grid, Heading, Paragraph, Tone
from scalecheck.report.fund.pen import FundPen, worded
from scalecheck.report.fund.spread import tell_spread
from scalecheck.report.fund.sums import amounts_in, parts_in, shown_in
from scalecheck.report.fund.targets import tell_targets
from scalecheck.report.fund.voids import tell_voids
from scalecheck.report.fund.years import tell_years

_MONEY = (AxisKind.PURPOSE, AxisKind.RECIPIENT, AxisKind.YEAR)
# What is committed first: what money is for, who gets it, when; then who the projects are.
_ORDER = (
    *_MONEY,
    AxisKind.LEVEL,
    AxisKind.STAGE,
    AxisKind.SECTOR,
    AxisKind.CLIENTELE,
    AxisKind.TERRITORY,
    AxisKind.APPLICANT,
    AxisKind.STRATEGY,
    AxisKind.TRACK,
)


def tell_balance(pen: FundPen, level: int = 2, aside: Collection[str] = ()) -> Iterator[Block]:
    """Tell the balance, axis by axis; what is empty is named.

    `aside` names the axes that are told elsewhere in the same report.
    """
    if not pen.portfolio.members:
        yield Paragraph(Cell(pen.say("nobody")))
        return
    yield from _reading(pen)
    axes = {axis.kind: axis for axis in pen.material.balance.axes}
    told = [axes[kind] for kind in _ORDER if kind in axes and kind not in aside]
    hidden = [axis.kind for axis in told if is_hidden(axis)]
    for axis in told:
        if axis.kind not in hidden and _says_something(axis):
            yield Heading(pen.say(f"axis.{axis.kind}"), level)
            yield from _axis(pen, axis)
        if axis.kind is AxisKind.YEAR:
            yield from _statuses(pen, level)
    if hidden:
        names = numbers.join([pen.say(f"facet.{kind}") for kind in hidden], pen.language)
        yield Paragraph(Cell(pen.say("too-few", names=names)))
    yield from tell_spread(pen, level)
    yield from tell_years(pen, level)
    yield from tell_voids(pen, level)


def _reading(pen: FundPen) -> Iterator[Block]:
    """How to read the tables; then, once, what none of them shows."""
    balance = pen.material.balance
    yield Paragraph(Cell(pen.say("reading")))
    if balance.totals.unfunded:
        yield Paragraph(Cell(silent_in(pen)))
    if balance.smallest > 1:
        yield Paragraph(Cell(pen.say("masked", smallest=balance.smallest), Tone.QUIET))
    rare = [pen.currency_name(currency) for currency in _rare(pen)]
    if rare:
        names = numbers.join(rare, pen.language)
        yield Paragraph(Cell(pen.say("rare-currency", names=names), Tone.QUIET))


def _rare(pen: FundPen) -> Iterator[str]:
    """The currencies that some table does without, because too few projects have them."""
    axes = [axis for axis in pen.material.balance.axes if axis.cells and not is_hidden(axis)]
    shown = [shown_in(pen, (cell.money for cell in axis.cells)) for axis in axes]
    for one in pen.material.balance.totals.money:
        held = any(one.currency not in currencies for currencies in shown)
        if one.status is None and held:
            yield one.currency


def silent_in(pen: FundPen) -> str:
    """Say how many projects have no money that counts, and why where that may be told."""
    totals = pen.material.balance.totals
    unfunded = totals.unfunded or 0
    if not totals.refused:
        return pen.say("silent", count=unfunded)
    refused = pen.say("turned-down", count=totals.refused)
    unstated = unfunded - totals.refused
    parts = [pen.say("unstated", count=unstated), refused] if unstated else [refused]
    return pen.say("silent-parts", whole=pen.say("without", count=unfunded), parts="; ".join(parts))


def is_hidden(axis: Axis) -> bool:
    """Tell whether every count of an axis is held back: its table would say nothing."""
    counts = [cell.funded if axis.kind in _MONEY else cell.projects for cell in axis.cells]
    return None in counts and not any(counts)


def _says_something(axis: Axis) -> bool:
    """Tell whether some project has a value, and money that counts on an axis of money."""
    if not any(cell.value and cell.projects != 0 for cell in axis.cells):
        return False
    return axis.kind not in _MONEY or any(cell.funded != 0 for cell in axis.cells)


def _axis(pen: FundPen, axis: Axis) -> Iterator[Block]:
    is_money = axis.kind in _MONEY
    shown = [cell for cell in axis.cells if (cell.funded if is_money else cell.projects) != 0]
    columns, rows = (_money_table if is_money else _table)(pen, axis.kind, shown)
    by = pen.say(f"facet.{axis.kind}")
    has_money = bool(pen.material.balance.totals.money)
    key = "money" if is_money else "axis" if has_money else "count"
    caption = pen.say(f"caption.{key}", by=by)
    yield Grid((pen.say(f"one.{axis.kind}"), *columns), rows, caption)
    if axis.empty:
        named = "; ".join(str(pen.value(axis.kind, value)) for value in axis.empty)
        yield Paragraph(Cell(pen.say("empty", count=len(axis.empty), names=named)))
    yield from tell_targets(pen, axis)


Table = tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]  # its columns but the first, its rows


def _table(pen: FundPen, kind: AxisKind, cells: Sequence[Count]) -> Table:
    """Projects, their share and their money; a column mostly held back is not told."""
    whole = pen.material.balance.totals.projects
    currencies = shown_in(pen, (cell.money for cell in cells))
    told = sum(cell.unfunded is not None for cell in cells)
    with_silent = bool(pen.material.balance.totals.money) and told * 2 > len(cells)
    rows = tuple(
        (
            worded(pen.value(kind, cell.value)),
            pen.count(cell.projects),
            pen.share(cell.portion, whole),
            *amounts_in(pen, cell.money, currencies),
            *([pen.count(cell.unfunded)] if with_silent else []),
        )
        for cell in cells
    )
    last = pen.columns("silent") if with_silent else ()
    return (*pen.columns("projects", "share"), *pen.heads_in("money", currencies), *last), rows


def _money_table(pen: FundPen, kind: AxisKind, cells: Sequence[Count]) -> Table:
    """The projects that have money there, the money, and its part of the whole."""
    currencies = shown_in(pen, (cell.money for cell in cells))
    rows = tuple(
        (
            worded(pen.value(kind, cell.value)),
            pen.count(cell.funded),
            *amounts_in(pen, cell.money, currencies),
            *parts_in(pen, cell.money, currencies),
        )
        for cell in cells
    )
    heads = (*pen.heads_in("money", currencies), *pen.heads_in("part", currencies))
    return (*pen.columns("projects"), *heads), rows


def _statuses(pen: FundPen, level: int) -> Iterator[Block]:
    """What became of the money: asked for, confirmed, received; what was refused is beside."""
    sums: dict[str, list[Sum]] = {}
    for one in pen.material.balance.totals.money:
        if one.status is not None:
            sums.setdefault(one.status, []).append(one._replace(status=None))
    if all(one.amount is None for many in sums.values() for one in many):
        return
    lists = pen.portfolio.vocabularies
    order = [word.id for word in lists.funding_statuses] if lists is not None else []
    known = [status for status in order if status in sums]
    others = sorted(status for status in sums if status not in order)
    currencies = shown_in(pen, sums.values())
    names = (*known, *others)
    rows = tuple((worded(pen.status(s)), *amounts_in(pen, sums[s], currencies)) for s in names)
    yield Heading(pen.say("part.statuses"), level)
    columns = (*pen.columns("status"), *pen.heads_in("money", currencies))
    yield Grid(columns, rows, pen.say("caption.statuses"))
