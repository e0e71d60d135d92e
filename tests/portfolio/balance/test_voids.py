"""Empty pairs are named, and never complete a small count that is held back."""

from collections import Counter
from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from scalecheck.portfolio.balance.masking import mask
from scalecheck.portfolio.balance.voids import Side, find_voids, group_values

ROWS, COLUMNS = ("early", "late", "wide"), ("a", "b", "c")
SMALLEST = 3


def voids_of(pairs, smallest=SMALLEST, rows=ROWS, columns=COLUMNS):
    sides = []
    for place, values in ((0, rows), (1, columns)):
        counts = Counter(pair[place] for pair in pairs)
        held = mask([[counts[value] for value in values]], smallest)
        hidden = [value for n, value in enumerate(values) if n in held]
        sides.append(Side(group_values(values, hidden), [(pair[place],) for pair in pairs]))
    return sides, set(find_voids(*sides, smallest))


def times(**counts):
    return [tuple(name.split("_")) for name, count in counts.items() for _ in range(count)]


def test_where_every_count_is_shown_every_empty_pair_is_named():
    _, found = voids_of(times(early_a=1, late_b=1), smallest=1)
    assert found == {("early", "b"), ("late", "a")}


def test_an_empty_pair_is_named_by_default():
    many = times(early_a=6, early_b=6, late_a=6, late_b=6, late_c=6, early_c=0)
    assert voids_of(many)[1] == {("early", "c")}


def test_an_empty_pair_that_would_give_a_small_count_is_not_named():
    # With 7 late projects, all in a, the one early project of a would be had by subtraction.
    assert voids_of(times(early_a=1, late_a=7, early_b=9))[1] == set()


def test_stages_held_back_are_empty_together_or_not_named():
    many = times(early_a=20, early_b=20, early_c=20, late_a=2, wide_a=4, late_b=2, wide_b=1)
    assert voids_of(many, 5)[1] == {("late", "c"), ("wide", "c")}


def test_a_value_held_back_is_never_named():
    many = times(early_a=9, late_a=9, early_b=2, late_c=2)
    assert {column for _, column in voids_of(many, 5)[1]} <= {"a"}


def readings(sides, table, named):
    """All tables with the same totals, and nobody where a pair is named, somebody elsewhere."""
    rows, columns = range(len(sides[0].groups)), range(len(sides[1].groups))
    told = {column for _, column in named}
    by_row = [sum(table[r, c] for c in columns) for r in rows]
    by_column = [sum(table[r, c] for r in rows) for c in columns]

    def lines(row, left):
        spans = [range(min(by_row[row], left[c]) + 1) for c in columns]
        for line in product(*spans):
            fits = sum(line) == by_row[row]
            # A row that nobody is in is named as a whole, and none of its pairs is.
            spoken = [c for c in columns if c in told and by_row[row]]
            if fits and all((line[c] == 0) == ((row, c) in named) for c in spoken):
                yield line

    def fill(row, left):
        if row == len(by_row):
            if not any(left):
                yield ()
            return
        for line in lines(row, left):
            rest = [one - other for one, other in zip(left, line, strict=True)]
            for others in fill(row + 1, rest):
                yield (line, *others)

    return list(fill(0, by_column))


PAIRS = st.lists(st.tuples(st.sampled_from(ROWS), st.sampled_from(COLUMNS)), max_size=14)


@settings(max_examples=150, deadline=None)
@given(PAIRS)
@example(times(early_a=2, early_b=2, wide_a=1, wide_b=1, wide_c=3))
def test_every_small_count_keeps_two_readings(pairs):
    sides, found = voids_of(pairs)
    if not found:
        return
    place = [{v: n for n, g in enumerate(side.groups) for v in g} for side in sides]
    table = Counter((place[0][row], place[1][column]) for row, column in pairs)
    named = {(place[0][row], place[1][column]) for row, column in found}
    assert all(table[one] == 0 for one in named)
    possible = readings(sides, table, named)
    for (row, column), count in table.items():
        if 0 < count < SMALLEST:
            assert len({one[row][column] for one in possible}) > 1
