"""Small cells: which rows of a table to hold back, so that no total gives one away."""

from collections.abc import Iterable, Sequence

Column = Sequence[int]


def mask(columns: Sequence[Column], smallest: int, forced: Iterable[int] = ()) -> frozenset[int]:
    """Choose the rows of a table that are held back, in every column at once.

    A row is small where a column counts at least one and fewer than `smallest` projects in it. The
    total of each column is shown, so that one row held back could be had by subtraction: others
    are held back with it, the smallest first (of equal ones, the first), until in each column the
    rows held back are at least two, count at least `smallest` projects together, and more than one
    project each on average. Where all the rows that count somebody are not enough, every row is
    held back, the empty ones too: then only the total is known.

    Args:
        columns: counts by row, all columns of one length; the first one orders the rows.
        smallest: the least count that is shown; 1 holds nothing back.
        forced: rows held back for another reason.

    Returns:
        The positions of the rows held back. A table of one row equals its total: it is shown
        unless small.
    """
    if smallest <= 1 or not columns:
        return frozenset(forced)
    held = set(forced) | {
        row for column in columns for row, count in enumerate(column) if 0 < count < smallest
    }
    rows = range(len(columns[0]))
    waiting = [row for row in rows if row not in held and any(c[row] for c in columns)]
    waiting.sort(key=lambda row: (*(column[row] for column in columns), row))
    while held and not all(_is_safe(column, held, smallest) for column in columns):
        if not waiting:
            return frozenset(rows)
        held.add(waiting.pop(0))
    return frozenset(held)


def _is_safe(column: Column, held: set[int], smallest: int) -> bool:
    """Tell whether the rows held back stay hidden, all the others and the total being known."""
    hidden = sum(column[row] for row in held)
    if hidden == 0:
        return True
    return len(held) > 1 and hidden >= smallest and hidden > len(held)


def mask_within(
    columns: Sequence[Column],
    groups: Sequence[int],
    masked_groups: Iterable[int],
    smallest: int,
    forced: Iterable[int] = (),
) -> frozenset[int]:
    """Choose the rows held back where rows add up to groups whose counts are shown too.

    A level belongs to a stage: the levels of each stage must be hidden from its count as much as
    from the total. All the rows of a group held back are held back with it.

    Args:
        columns: counts by row, as for `mask`.
        groups: the group of each row.
        masked_groups: the groups held back.
        smallest: the least count that is shown.
        forced: rows held back for another reason.
    """
    hidden, told = set(masked_groups), set(forced)
    held = set(told)
    for group in dict.fromkeys(groups):
        rows = [row for row, own in enumerate(groups) if own == group]
        inner = [position for position, row in enumerate(rows) if row in told]
        if group in hidden:
            held.update(rows)
        elif len(rows) > 1:
            parts = [[column[row] for row in rows] for column in columns]
            held.update(rows[position] for position in mask(parts, smallest, inner))
    return frozenset(held)
