"""Tables and drawings as data for the template, each with the words that say the same."""

from collections.abc import Sequence

from scalecheck.report.blocks import Cell, Dots, Grid, Ladder, Strip
from scalecheck.report.layout.sizes import size
from scalecheck.report.typst.columns import Column, columns
from scalecheck.report.typst.letters import LONG_WORD, shown
from scalecheck.report.typst.words import Json, Teller
from scalecheck.report.view.levels import Stair, StepState
from scalecheck.report.view.mark import Row
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.plane import Axis, Plane

_SIDE_BY_SIDE = 8
_STAIR_TITLE, _STAIR_WORDS, _BOXES, _BOX = 60, 40, 12, 5
_SIGNS = {StepState.DONE: "■", StepState.HERE: "▶", StepState.NEXT: "□", StepState.LATER: "·"}
_AROUND, _ACROSS_SHEET = 2, 96  # letters: around the value of a level, and on a line of a sheet
_MOST_LINES = 12  # of a header, which no sheet may part
_KEPT_WHOLE = 700  # letters: what is longer may go on overleaf
_HIGHEST = 30  # lines: a row that may be higher is parted by the end of a sheet
_LETTER, _NARROWEST, _ACROSS, _ASIDE = 4.6, 26.0, 330.0, 150.0  # points


def tell_grid(grid: Grid, teller: Teller) -> Json:
    """Tell a table: its columns' widths, its header where it has one, its rows."""
    widths = columns(grid)
    has_head = any(title.strip() for title in grid.columns)
    head = [_head(grid, number, widths[number], teller) for number in range(len(widths))]
    is_low = all(
        len(title) <= _MOST_LINES * width.letters
        for title, width in zip(grid.columns, widths, strict=True)
    )
    above = [] if is_low else [head]
    return {
        "b": "grid",
        "columns": [_width(width) | {"right": n in grid.numbers} for n, width in enumerate(widths)],
        "head": head if has_head and is_low else None,
        "rows": [*above, *(_row(row, widths, teller) for row in grid.rows)],
        "whole": [*(False for _ in above), *(_is_whole(row, widths) for row in grid.rows)],
        "caption": teller.text(grid.caption),
        "named": grid.named,
    }


def _width(column: Column) -> Json:
    return {"fr": column.share} if column.share else {"em": column.em}


def _head(grid: Grid, number: int, width: Column, teller: Teller) -> Json:
    """The title of a column; over a row of dots, one level a dot where it names them all."""
    title = grid.columns[number]
    firsts = (row[number] for row in grid.rows[:1])
    levels = next((cell.row.levels for cell in firsts if isinstance(cell, Dots)), 0)
    named = shown(title).split()
    return (
        {"scale": named}
        if levels and len(named) == levels
        else teller.cell(Cell(title), width.letters)
    )


def _row(
    row: Sequence[Cell | Dots | Strip], widths: Sequence[Column], teller: Teller
) -> list[Json]:
    return [_cell(cell, width, teller) for cell, width in zip(row, widths, strict=True)]


def _is_whole(row: Sequence[Cell | Dots | Strip], widths: Sequence[Column]) -> bool:
    """Tell whether a row is short enough to stand whole on a sheet."""
    pairs = zip(row, widths, strict=True)
    return all(_letters(cell) <= _HIGHEST * width.letters for cell, width in pairs)


def _letters(cell: Cell | Dots | Strip) -> float:
    match cell:
        case Cell():
            return size(cell.text)
        case Dots():
            return 0
        case Strip():
            return size(cell.words.text)


def _cell(cell: Cell | Dots | Strip, width: Column, teller: Teller) -> Json:
    match cell:
        case Cell():
            return teller.cell(cell, width.letters)
        case Dots():
            return {"dots": _marks(cell.row)}
        case Strip():
            return {"strip": _marks(cell.row), "words": teller.cell(cell.words, width.letters)}


def _marks(row: Row) -> Json:
    return row._asdict()


def tell_ladder(ladder: Ladder, teller: Teller) -> Json:
    """Tell the stages: as stairs where a sheet holds them side by side, else as a list."""
    said = [f"{s.number}. {s.title}, {s.words} ({_boxes(s)})" for s in ladder.stairs]
    side = _stands_side_by_side(ladder.stairs)
    most = _ACROSS_SHEET / len(ladder.stairs) if side else LONG_WORD
    return {
        "b": "ladder",
        "caption": teller.text(ladder.caption),
        "long": sum(map(len, (ladder.caption, *ladder.notes))) > _KEPT_WHOLE,
        "alt": shown(f"{ladder.caption}. {'; '.join(said)}"),
        "notes": [teller.text(note) for note in ladder.notes],
        "stairs": [_stair(stair, most, teller) for stair in ladder.stairs],
        "side": side,
    }


def _stands_side_by_side(stairs: Sequence[Stair]) -> bool:
    """Tell whether a sheet holds the stages side by side, the levels of each on one line."""
    widest = max(map(_wide, stairs), default=0)
    is_narrow = len(stairs) <= _SIDE_BY_SIDE and widest * len(stairs) <= _ACROSS_SHEET
    return is_narrow and all(map(_is_small, stairs))


def _boxes(stair: Stair) -> str:
    return ", ".join(f"{box.value} {box.words}" for box in stair.boxes)


def _is_small(stair: Stair) -> bool:
    is_brief = len(str(stair.title)) <= _STAIR_TITLE and len(stair.words) <= _STAIR_WORDS
    is_few = len(stair.boxes) <= _BOXES and all(len(box.value) <= _BOX for box in stair.boxes)
    return is_brief and is_few


def _wide(stair: Stair) -> int:
    """The letters that the levels of a stage take on one line."""
    return sum(len(box.value) + _AROUND for box in stair.boxes)


def _stair(stair: Stair, most: float, teller: Teller) -> Json:
    lang = stair.title.lang if isinstance(stair.title, Phrase) else ""
    return {
        "t": teller.cell(Cell(str(stair.title), lang=lang), most),
        "s": stair.state.value,
        "w": teller.text(stair.words),
        "sign": _SIGNS[stair.state],
        "b": [{"v": teller.text(box.value), "s": box.state.value} for box in stair.boxes],
    }


def tell_plane(plane: Plane, teller: Teller) -> Json:
    """Tell two ranks at once; the sentence stands in for the drawing."""
    longest = max(map(len, plane.across.levels), default=0) * _LETTER
    share = _ACROSS / max(len(plane.across.levels), 1)
    return {
        "b": "plane",
        "caption": teller.text(plane.caption),
        "alt": shown(plane.words) or shown(f"{plane.across.name}, {plane.up.name}") or "–",
        "words": teller.text(plane.words),
        "long": len(plane.caption) > _KEPT_WHOLE,
        "across": _axis(plane.across, teller),
        "up": _axis(plane.up, teller),
        "wide": min(max(longest, _NARROWEST), max(share, 1)),
        "aside": min(max(map(len, plane.up.levels), default=0) * _LETTER + 4, _ASIDE),
    }


def _axis(axis: Axis, teller: Teller) -> Json:
    levels = [teller.text(level) for level in axis.levels]
    return {"name": teller.text(axis.name), "levels": levels, "low": axis.low, "high": axis.high}
