"""Actions as one table that stays open to changes: what to do, then what each label says."""

from collections.abc import Iterator, Mapping, Sequence

from scalecheck.language.catalogue import say
from scalecheck.report.blocks import Cell, Deed, Deeds
from scalecheck.report.word.grids import column
from scalecheck.report.word.sheet import Sheet
from scalecheck.report.word.styles import Style
from scalecheck.report.word.tables import Box, Frame, Measure, measured, table, widths_of

MOST_COLUMNS = 3  # labels with a column each; where there are more, one column holds them all
_NONE = Cell("")


def deeds(block: Deeds, sheet: Sheet) -> str:
    """Lay out actions, one a row; nothing where there is none."""
    if not block.deeds:
        return ""
    labels = list(dict.fromkeys(label for deed in block.deeds for label, _ in deed.fields))
    folded = len(labels) > MOST_COLUMNS
    said = [say(f"office.action.{key}", sheet.language) for key in ("number", "action")]
    titles = [*said, say("office.action.means", sheet.language)] if folded else [*said, *labels]
    rows = [
        [_number(number, sheet), _act(deed, sheet), *_means(deed, labels, folded, sheet)]
        for number, deed in enumerate(block.deeds, 1)
    ]
    widths = widths_of(list(_measures(block, titles, folded, sheet)), sheet.width)
    header = [column(title, sheet) for title in titles]
    return table(Frame(sheet.style(Style.TABLE), widths, named=False), [header, *rows])


def _number(number: int, sheet: Sheet) -> Box:
    return Box(sheet.paragraph(Style.CELL, sheet.run(str(number))))


def _act(deed: Deed, sheet: Sheet) -> Box:
    cells = (deed.title, *deed.lines)
    return Box(_stacked(cells, sheet), sum(len(cell.text) for cell in cells))


def _stacked(cells: Sequence[Cell], sheet: Sheet) -> str:
    return "".join(sheet.paragraph(Style.CELL, sheet.said(cell)) for cell in cells)


def _means(deed: Deed, labels: Sequence[str], folded: bool, sheet: Sheet) -> Iterator[Box]:
    told = dict(deed.fields)
    if not folded:
        cells = [told.get(label, _NONE) for label in labels]
        yield from (Box(_stacked((cell,), sheet), len(cell.text)) for cell in cells)
        return
    lines = [
        sheet.paragraph(
            Style.CELL, sheet.run(_before(label, sheet), Style.STRONG), sheet.said(cell)
        )
        for label, cell in deed.fields
    ]
    yield Box("".join(lines) or _stacked((_NONE,), sheet))


def _before(label: str, sheet: Sheet) -> str:
    return say("report.page.label", sheet.language, label=label) + " "


def _measures(block: Deeds, titles: Sequence[str], folded: bool, sheet: Sheet) -> Iterator[Measure]:
    """Measure the columns; what there is to do has twice the room of anything else."""
    yield measured([titles[0], str(len(block.deeds))], sheet.slack)
    lines = [cell.text for deed in block.deeds for cell in (deed.title, *deed.lines)]
    action = measured([titles[1], *lines], sheet.slack)
    yield Measure(action.least, action.liked * 2)
    told = [dict(deed.fields) for deed in block.deeds]
    for title in titles[2:]:
        under = [one.get(title, _NONE).text for one in told]
        yield measured([title, *(_every(told, sheet) if folded else under)], sheet.slack)


def _every(told: Sequence[Mapping[str, Cell]], sheet: Sheet) -> list[str]:
    return [_before(label, sheet) + cell.text for one in told for label, cell in one.items()]
