"""What is held back stays hidden: from the total, and from the counts of the groups it is in."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from scalecheck.portfolio.balance.masking import mask, mask_within

COUNTS = st.lists(st.integers(0, 12), min_size=2, max_size=6)
SMALLEST = st.integers(2, 6)


def feasible(total, rows, least):
    """The lowest and highest value of one of so many unknown rows that add up to a total."""
    return max(least, total - (rows - 1) * 10**6), total - (rows - 1) * least


@settings(deadline=None)
@given(COUNTS, SMALLEST)
def test_no_row_held_back_can_be_had_by_subtraction(counts, smallest):
    held = mask([counts], smallest)
    assert all(row in held for row, count in enumerate(counts) if 0 < count < smallest)
    if held:
        least = 0 if len(held) == len(counts) else 1
        low, high = feasible(sum(counts[row] for row in held), len(held), least)
        assert low < high


@settings(deadline=None)
@given(st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=2, max_size=6), SMALLEST)
def test_every_column_is_hidden_at_once(rows, smallest):
    columns = list(zip(*rows, strict=True))
    held = mask(columns, smallest)
    for column in columns:
        assert not [n for n, c in enumerate(column) if 0 < c < smallest and n not in held]
        hidden = sum(column[row] for row in held)
        if hidden and len(held) < len(rows):
            assert len(held) > 1
            assert hidden >= smallest
            assert hidden > len(held)


@settings(deadline=None)
@given(COUNTS, SMALLEST, st.data())
def test_levels_are_hidden_from_the_counts_of_their_stages(counts, smallest, data):
    cut = data.draw(st.integers(1, len(counts) - 1))
    groups = [0] * cut + [1] * (len(counts) - cut)
    sums = [sum(counts[:cut]), sum(counts[cut:])]
    hidden_groups = mask([sums], smallest)
    held = mask_within([counts], groups, hidden_groups, smallest)
    for group in (0, 1):
        rows = [row for row in range(len(counts)) if groups[row] == group]
        inner = [row for row in rows if row in held]
        if group in hidden_groups:
            assert inner == rows
        elif inner:
            least = 0 if inner == rows else 1
            low, high = feasible(sum(counts[row] for row in inner), len(inner), least)
            assert low < high
            shown = [counts[row] for row in rows if row not in held]
            assert not [count for count in shown if 0 < count < smallest]


@settings(deadline=None)
@given(COUNTS)
def test_nothing_is_held_back_where_every_count_is_shown(counts):
    assert mask([counts], 1) == frozenset()


def test_one_small_row_takes_the_smallest_other_one_with_it():
    assert mask([[2, 30, 7, 12]], 5) == {0, 2}


def test_rows_that_are_forced_are_completed():
    assert mask([[30, 40, 50]], 5, [1]) == {0, 1}


def test_a_portfolio_smaller_than_a_cell_says_nothing_but_its_total():
    assert mask([[3, 0, 0]], 5) == {0, 1, 2}


def test_every_small_table_keeps_two_readings_of_each_row_held_back():
    for counts in product(range(5), repeat=3):
        held = mask([counts], 3)
        total = sum(counts)
        shown = {row: count for row, count in enumerate(counts) if row not in held}
        least = 0 if len(held) == 3 else 1
        readings = [
            other
            for other in product(range(total + 1), repeat=3)
            if sum(other) == total
            and all(other[row] == count for row, count in shown.items())
            and all(other[row] >= least for row in held)
        ]
        for row in held:
            assert len({reading[row] for reading in readings}) > 1
