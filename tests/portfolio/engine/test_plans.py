"""Few plans serve many rows, and a row is spared what it does not need: nothing else changes."""

from itertools import pairwise

import pytest
from tests.portfolio.engine.tables import Table
from tests.portfolio.engine.test_agreement import check_rows

import scalecheck as sc
from scalecheck.api.framing import RowScorer
from scalecheck.portfolio.engine import rows
from scalecheck.portfolio.engine.binding import Binding
from scalecheck.portfolio.engine.guarding import find_guards
from scalecheck.portfolio.engine.packing import Packing, is_of_one
from scalecheck.portfolio.engine.rows import RowEngine
from scalecheck.portfolio.plan.compile import compile_plan, roots_of
from scalecheck.portfolio.plan.node import TooLarge
from scalecheck.portfolio.plan.results import Results
from scalecheck.portfolio.plan.scene import Room, Shape

EVERY = tuple(Results)
NAMES = ("sector", "track", "milieux/instances", *(f"milieux/{n}/usage" for n in range(1, 6)))


@pytest.fixture
def compiled(monkeypatch):
    """The shapes that plans were compiled for."""
    found = []

    def spy(rubric, shape, groups):
        found.append(shape)
        return compile_plan(rubric, shape, groups)

    monkeypatch.setattr(rows, "compile_plan", spy)
    return found


def row_of(count, sector="sante", track="scale"):
    return (sector, track, str(count), *["2"] * count, *[""] * (5 - count))


def test_rows_with_few_instances_share_a_plan_however_many_they_list(compiled):
    scorer = RowScorer(sc.load_rubric("is-echelle"), NAMES)
    found = [one.values for one in scorer.score([row_of(n) for n in range(5)])]
    assert [shape.rooms["milieux"].instances for shape in compiled] == [4]
    asked = scorer.names.index("questions.asked")
    step = {b[asked] - a[asked] for a, b in pairwise(found[1:])}
    assert step == {3}  # the questions of one more instance
    next(scorer.score([row_of(5)]))
    assert [shape.rooms["milieux"].instances for shape in compiled] == [4, 5]


def test_a_cell_that_no_condition_reads_makes_no_plan(compiled):
    scorer = RowScorer(sc.load_rubric("is-echelle"), NAMES)
    cells = [row_of(1, f"sector-{n}") for n in range(20)]
    assert len({one.values for one in scorer.score(cells)}) == 1
    assert len(compiled) == 1


@pytest.mark.parametrize("spares", [1, 2])
def test_a_plan_too_large_with_room_to_spare_is_made_without(monkeypatch, spares):
    table = Table(sc.load_rubric("is-echelle"), seed=11, rows=4)

    def refuse(rubric, shape, groups):
        is_spare = any(room.full is None for room in shape.rooms.values())
        if is_spare or spares == 2:
            raise TooLarge
        return compile_plan(rubric, shape, groups)

    monkeypatch.setattr(rows, "compile_plan", refuse)
    engine = RowEngine(table.rubric, Binding(table.rubric, table.names), EVERY, table.reader)
    for row, wanted in zip(table.rows, table.expected(), strict=True):
        assert dict(zip(engine.names, engine.values(row), strict=True)) == wanted


def test_what_a_guard_holds_back_is_read_by_its_flag_alone():
    shape = Shape({"milieux": Room(4, True, None, True)}, frozenset(), 8, "scale")
    plan = compile_plan(sc.load_rubric("is-echelle"), shape, EVERY)
    guards = find_guards(plan, Packing(plan))
    decisive = next(output for output in plan.outputs if output.name == "level.decisive")
    assert guards.keys() == {flag.number for flag in decisive.flags}
    for number, guard in guards.items():
        behind = {node.number for node in guard.behind}
        assert guard.behind[-1].number == number
        assert all(is_of_one(one) for one in guard.ones)
        others = [node for node in plan.nodes if node.number not in behind]
        assert not behind & {arg.number for node in others for arg in node.args}
        roots = [root.number for output in plan.outputs for root in roots_of(output)]
        assert behind & set(roots) == {number}


def test_a_number_of_thousands_of_digits_is_written_all_the_same():
    check_rows(1063)  # a rubric whose plan holds such a number
