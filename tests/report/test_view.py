"""The view holds the facts of a report: every case has its own first line, and its own silence."""

from fractions import Fraction

import pytest
from tests.report.examples import NAMES, read_example
from tests.report.views import EN, FR, changed, view_of
from tests.scoring.builders import level, result, rubric

from scalecheck.model.project import Ambition, Confidentiality, Funding
from scalecheck.model.text import Text
from scalecheck.report.view.answer import Standing
from scalecheck.report.view.build import build_view
from scalecheck.report.view.gates import GateState
from scalecheck.report.view.levels import BoxState, StepState


def test_the_answer_comes_from_the_readiness_of_the_level():
    answer = view_of("cuisines-du-fjord").answer
    assert answer.standing is Standing.NEXT
    assert str(answer.label) == "Prêt à diffuser"
    assert str(answer.gate).startswith("J3 ouvert")
    assert (answer.level.value, answer.next.value) == ("6", "7")
    assert "Peut-on la mettre à l’échelle" in answer.question


def test_every_blocker_is_named_in_the_order_of_the_rubric():
    view = view_of("cuisines-du-fjord")
    assert len(view.answer.blockers) == 11
    assert [b.id for b in view.answer.blockers] == [row.named.id for row in view.gaps]


def test_a_local_project_at_its_ceiling_has_reached_its_ambition():
    view = view_of("hangar-des-forges")
    assert view.answer.standing is Standing.AMBITION
    assert str(view.answer.label) == "Ancrage local choisi"
    assert (view.answer.next, view.next_steps) == (None, None)
    assert view.gaps == view.answer.blockers == ()
    assert view.calm
    assert view.levels.stairs[-1].state is StepState.HERE
    assert [len(stair.boxes) for stair in view.levels.stairs] == [3, 2]
    assert {row.state for row in view.gates.levels} == {GateState.MET}


@pytest.mark.parametrize("language", [FR, EN])
def test_a_local_project_at_its_ceiling_is_told_without_lack(language):
    view = view_of("hangar-des-forges", language)
    told = (view.answer, view.levels, view.support, view.next_steps, view.gaps)
    words = str(told).lower()
    for lack in ("écart", "gap", "seulement", "only", "retient", "holds the project back"):
        assert lack not in words


def test_claims_above_the_evidence_are_said_beside_the_level():
    view = view_of("passeport-competences")
    assert [one.figure for one in view.levels.readings] == ["7", "4", "4"]
    assert "le niveau\u00a07" in view.answer.asides[0]
    boxes = [box.state for stair in view.levels.stairs for box in stair.boxes]
    assert boxes == [BoxState.REACHED] * 4 + [BoxState.CLAIMED] * 3 + [BoxState.LATER] * 2


def test_open_answers_make_a_possible_level():
    view = view_of("navette-des-aines")
    assert [one.figure for one in view.levels.readings][1:] == ["2", "4"]
    assert any("le niveau\u00a04" in aside for aside in view.answer.asides)
    assert view.gates.out_of_order and "niveau 4" in view.gates.out_of_order[0]


def test_the_headline_of_a_measure_is_told_like_a_ladder():
    view = view_of("trl-capteur", EN)
    assert str(view.answer.label) == "To prototype"
    assert view.answer.question.startswith("Where does it stand")
    measure = {str(one.title): one for one in view.measures}
    assert measure["Progress (index, for display only)"].form == "index"
    assert "never a rank" in measure["Progress (index, for display only)"].remarks[0]


def test_the_screening_is_told_with_its_own_levels():
    view = view_of("depistage-jardin")
    assert len([box for stair in view.levels.stairs for box in stair.boxes]) == 4
    assert view.answer.level.value == "1"


def test_nothing_answered_is_before_the_first_level_and_never_a_zero():
    view = build_view(changed("cuisines-du-fjord", answers={}), FR)
    assert view.answer.standing is Standing.BELOW
    assert str(view.answer.label) == "Avant le premier niveau"
    marks = [c.mark for d in view.criteria for c in d.criteria if c.mark.status != "computed"]
    assert {mark.figure for mark in marks} == {"…", ""}
    assert view.levels.stairs[0].state is StepState.NEXT


def test_unknown_not_applicable_out_and_zero_all_read_differently():
    found = view_of("navette-des-aines")
    marks = [c.mark for d in found.criteria for c in d.criteria]
    marks += [mark for group in found.groups for row in group.rows for mark in row.marks]
    marks += [c.mark for d in view_of("hangar-des-forges").criteria for c in d.criteria]
    seen = {mark.status: (mark.figure, str(mark.words)) for mark in marks}
    zero = next(mark for mark in marks if mark.figure == "0")
    told = [seen["unknown"], seen["not-applicable"], seen["out-by-rule"], ("0", str(zero.words))]
    assert len({figure for figure, _ in told}) == len({words for _, words in told}) == 4


def test_a_rubric_without_headline_gives_a_profile():
    found = result(rubric(criteria="a b"), {"a": 2})
    view = build_view(found, FR)
    assert view.answer.standing is Standing.NONE
    assert (view.gates, view.levels.readings, view.sensitivity) == (None, (), None)
    assert view.profiles[0].rows[0].mark.figure == "0\u2060–\u20602"


def test_too_little_that_applies_is_said_as_such():
    parts = {"criteria": [{"id": n, "not_applicable": "allowed"} for n in "abc"]}
    found = result(
        rubric(levels=[level(1, {"a": 1})], **parts),
        {name: {"not_applicable": "hors propos"} for name in "abc"},
    )
    view = build_view(found, EN)
    assert view.answer.standing is Standing.NOT_ASSESSABLE
    assert "Too few questions" in str(view.answer.gate)


def test_a_target_that_is_reached_puts_the_rest_beyond_the_ambition():
    view = build_view(changed("cuisines-du-fjord", ambition=Ambition(track="scale", level="6")), FR)
    assert view.answer.standing is Standing.AMBITION
    assert view.answer.holding.startswith("Pour aller plus loin")
    assert view.next_steps.title.startswith("Pour aller plus loin")


def test_the_profile_shows_what_was_and_what_is_asked():
    view = view_of("cuisines-du-fjord")
    rows = {row.id: row for row in view.profiles[0].rows}
    assert rows["milieux-preneurs"].bottleneck
    assert rows["milieux-preneurs"].previous == "0"
    assert rows["resultats-apprentissages"].ready == "1 sur 3"
    assert [str(one) for one in view.profiles[0].bottlenecks] == [
        "Milieux preneurs",
        "Accompagnement et écosystème",
        "Environnement et pérennité",
    ]


def test_progress_tells_a_fall_with_its_note_and_never_a_difference():
    rows = view_of("cuisines-du-fjord").progress
    assert [row.level for row in rows] == ["4", "5", "6"]
    fall = rows[-1].down[0]
    assert (fall.before, fall.now) == ("2", "1")
    assert "poste libéré" in str(fall.note)
    assert rows[0].first and not rows[0].up


def test_actions_carry_the_advice_of_the_next_level_up():
    first = view_of("cuisines-du-fjord").next_steps.first
    assert len(first) == 3
    assert str(first[0].deed.do).startswith("Confier une évaluation")
    assert first[0].deed.months == "de\u00a09 à\u00a018\u00a0mois"


def test_functions_nobody_covers_are_missing_only_now_and_next():
    support = view_of("cuisines-du-fjord").accompaniment
    states = [[cell.state for cell in row.cells] for row in support.rows]
    assert states[0] == ["open", "open", "covered", "missing", "open", "open"]
    local = view_of("hangar-des-forges").accompaniment
    assert all(cell.state != "missing" for row in local.rows for cell in row.cells)


def test_money_sums_are_exact_and_leave_out_what_was_refused():
    lines = (
        Funding(year=2026, amount=Fraction(1, 10), status="asked"),
        Funding(year=2026, amount=Fraction(1, 5), status="asked"),
        Funding(year=2025, amount=999, status="refused"),
    )
    (money,) = build_view(changed("cuisines-du-fjord", funding=lines), FR).money
    assert money.total == "0,30\u00a0$"
    assert [line.counted for line in money.lines] == [False, True, True]


def test_a_restricted_file_bears_a_notice():
    closed = changed("cuisines-du-fjord", confidentiality=Confidentiality.RESTRICTED)
    assert build_view(closed, EN).header.notice.startswith("Restricted circulation")
    assert view_of("cuisines-du-fjord").header.notice is None


def test_a_text_in_the_other_language_says_so():
    title = view_of("cuisines-du-fjord", EN).header.title
    assert title.lang == "fr"
    assert view_of("cuisines-du-fjord", FR).header.title.lang == ""


def test_controls_and_changes_of_direction_are_taken_out_of_texts():
    found = changed("cuisines-du-fjord", title=Text(fr="Un\u202e ti\x1b[31mtre\nlong"))
    assert str(build_view(found, FR).header.title) == "Un ti[31mtre long"


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("language", [FR, EN])
def test_every_code_of_the_engine_has_words(name, language):
    view = view_of(name, language)
    found, _ = read_example(name)
    codes = {remark.code for remark in found.remarks}
    assert codes.isdisjoint(view.method.remarks)


@pytest.mark.parametrize("name", NAMES)
def test_a_view_is_the_same_twice(name):
    found, _ = read_example(name)
    assert build_view(found, FR) == build_view(found, FR)
