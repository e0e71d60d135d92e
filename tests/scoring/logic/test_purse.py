"""The questions of one kind cost no more than a purse holds, whatever the rubric."""

from tests.scoring.builders import rubric

from scalecheck.model.nodes import Nodes
from scalecheck.scoring.logic.between import Verdict
from scalecheck.scoring.logic.logic import Logic
from scalecheck.scoring.logic.purse import Purse

GRID = rubric(
    criteria=["a", "b"],
    levels=[{"value": 1, "requires": {"a": 1}}, {"value": 2, "requires": {"a": 1, "b": 1}}],
)
FIRST, SECOND = (level.requires for level in GRID.levels)


def test_a_purse_that_was_not_filled_has_no_end():
    purse = Purse()
    purse.spend(10**12)
    assert not purse.is_empty


def test_a_purse_is_empty_once_its_steps_are_spent():
    purse = Purse()
    purse.fill(10)
    purse.spend(9)
    assert not purse.is_empty
    purse.spend(1)
    assert purse.is_empty


def test_a_purse_affords_one_thing_at_least():
    purse = Purse()
    purse.fill(10)
    assert (purse.afford(100, 3), purse.afford(2, 3), purse.afford(100, 50)) == (3, 2, 1)


def test_a_question_is_undecided_where_the_purse_is_empty():
    logic = Logic(Nodes(GRID))
    assert logic.find([FIRST], SECOND).verdict is Verdict.FOUND
    logic.purse.fill(0)
    assert logic.find([FIRST], SECOND).verdict is Verdict.UNDECIDED


def test_what_leaves_questions_out_pays_from_the_same_purse():
    logic = Logic(Nodes(GRID))
    logic.purse.fill(1000)
    logic.within(logic.scope._replace(out=frozenset("b"))).find([FIRST], SECOND)
    assert logic.purse.left < 1000
