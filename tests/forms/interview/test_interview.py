"""The interview as a value: what is asked, where it stands, what each change leaves as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule
from tests.forms.interview.opening import odd_rubric, on_fjord, on_rubric
from tests.forms.interview.scripts import type_lines

from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import END, Kind, Place
from scalecheck.forms.interview.places import given as stands
from scalecheck.model.answer import Answer
from scalecheck.model.language import Language
from scalecheck.model.text import Text


def at(interview: Interview, name: str, instance: str = "") -> Interview:
    """Stand at a question."""
    return interview.go(
        next(p for p in interview.places if (p.name, p.instance) == (name, instance))
    )


@pytest.mark.parametrize("name", ["is-echelle", "trl", "screening"])
def test_every_question_is_asked_once_in_the_order_of_the_rubric(name: str) -> None:
    started = on_rubric(name)
    alone = [one.id for part in started.asked.parts for one in part.questions]
    assert [place.name for place in started.questions] == alone
    assert started.places[-1] == END


def test_a_question_of_a_group_is_asked_of_each_instance() -> None:
    started = on_fjord()
    usage = [place.instance for place in started.questions if place.name == "usage"]
    assert usage == [one.id for one in started.sheet.settings or ()]


def test_the_facts_that_decide_come_first_and_the_others_last() -> None:
    names = [place.name for place in on_rubric("trl").places]
    assert names[:2] == ["nature", "donnees-personnelles"]
    school = [place for place in on_rubric("is-echelle").places if place.kind is Kind.FACT]
    assert school == list(on_rubric("is-echelle").places[-5:-1])


def test_a_fact_puts_questions_out_and_takes_them_back() -> None:
    started = on_rubric("trl")
    total = len(started.questions)
    soft = started.go(Place(Kind.FACT, "nature")).state(("software",))
    assert "composants-assembles" in soft.out
    assert len(soft.questions) < total
    assert len(soft.clear().questions) == total


def test_an_answered_question_is_never_hidden() -> None:
    started = on_rubric("trl")
    answered = at(started, "composants-assembles").decide(Answer(level="2"))
    soft = answered.go(Place(Kind.FACT, "nature")).state(("software",))
    assert Place(Kind.QUESTION, "composants-assembles") in soft.places
    assert Place(Kind.QUESTION, "fabrication-reproductible") not in soft.places


def test_what_a_track_waives_is_not_asked() -> None:
    started = on_rubric("is-echelle")
    track = next(one for one in started.asked.rubric.tracks if one.waives)
    local = started._replace(known={"track": (track.id,)}).clear()
    assert set(local.out) >= {name for name in track.waives if started.asked.question(name)}


def test_it_opens_at_the_first_question_without_an_answer() -> None:
    full = on_fjord()
    assert full.at == 0
    assert on_fjord(blank=True).at == 0
    gap = at(full, "plan").clear()
    again = on_fjord()._replace(sheet=gap.sheet)
    assert again.next_empty().here.name == "plan"


def test_an_instance_that_is_added_is_asked_about_at_once() -> None:
    started = on_rubric("is-echelle")
    grown = started.add("milieux", Text(fr="École de l’Anse"))
    assert grown.here.instance == "ecole-de-l-anse"
    again = grown.add("milieux", Text(fr="École de l'Anse !"))
    assert again.here.instance == "ecole-de-l-anse-2"
    assert len(again.questions) == len(started.questions) + 6


def test_a_group_may_be_said_to_have_no_instance() -> None:
    closed = on_rubric("is-echelle").close("milieux")
    assert closed.sheet.settings == ()


def test_a_note_without_an_answer_leaves_the_question_unknown() -> None:
    noted = on_rubric("is-echelle").remark(note=Text(fr="à demander"))
    assert noted.answer == Answer(unknown=True, note=Text(fr="à demander"))
    assert noted.decide(Answer(level="2")).answer == Answer(level="2", note=Text(fr="à demander"))


class Walk(RuleBasedStateMachine):
    """Somebody who does anything at all, in any order."""

    def __init__(self) -> None:
        super().__init__()
        self.interview = on_rubric("trl")
        self.said: dict[Place, Answer] = {}

    @rule(step=st.sampled_from(["forward", "back", "next_empty"]))
    def move(self, step: str) -> None:
        sheet = self.interview.sheet
        self.interview = getattr(self.interview, step)()
        assert self.interview.sheet is sheet

    @precondition(lambda self: self.interview.question is not None)
    @rule(level=st.sampled_from(["0", "1", "2", "3"]))
    def decide(self, level: str) -> None:
        self.interview = self.interview.decide(Answer(level=level))
        self.said[self.interview.here] = Answer(level=level)

    @precondition(lambda self: self.interview.here.kind is Kind.QUESTION)
    @rule()
    def clear(self) -> None:
        place = self.interview.here
        self.interview = self.interview.clear()
        self.said.pop(place, None)

    @precondition(lambda self: self.interview.field is not None)
    @rule(data=st.data())
    def state(self, data: st.DataObject) -> None:
        options = [one.id for one in self.interview.field.options]
        values = data.draw(st.lists(st.sampled_from(options), unique=True, max_size=2))
        self.interview = self.interview.state(tuple(values))

    @invariant()
    def nothing_is_lost(self) -> None:
        places = {place: stands(self.interview.sheet, place) for place in self.said}
        assert places == self.said
        assert set(self.said) <= set(self.interview.places)

    @invariant()
    def it_stands_somewhere_and_counts_right(self) -> None:
        assert 0 <= self.interview.at < len(self.interview.places)
        total = len(self.interview.questions)
        assert len(self.interview.empty) == total - len(self.said)
        assert len(set(self.interview.places)) == len(self.interview.places)


TestWalk = Walk.TestCase
TestWalk.settings = settings(max_examples=15, stateful_step_count=25, deadline=None)


def test_a_level_is_found_before_a_command_of_the_same_letter(tmp_path: Path) -> None:
    started = on_rubric(odd_rubric(tmp_path))
    ended, _ = type_lines(started, ["q", "<", "tres-bon", "<", "q-tres-bon", "<", ":q"])
    assert ended.interview.sheet.answers["note-en-lettres"] == Answer(between=("0", "2"))
    assert ended.ended == "left"


def test_levels_of_any_shape_can_be_typed(tmp_path: Path) -> None:
    started = on_rubric(odd_rubric(tmp_path))
    lines = ["x", "0,5", "39", "Quai", "-1", "", "Marteau", "e", ""]
    ended, _ = type_lines(started, lines)
    answers = ended.interview.sheet.answers
    assert ended.slipped == ()
    assert answers["note-en-lettres"] == Answer(not_applicable="")
    assert answers["danger"] == Answer(level="1/2")
    assert answers["etendue"] == Answer(level="39")
    assert answers["lieux"] == {"quai": {"acces": Answer(level="-1")}}
    assert answers["outils"] == {"marteau": {"solidite": Answer(level="1")}}


@given(st.lists(st.text(max_size=12), max_size=30), st.sampled_from(Language))
@settings(max_examples=40, deadline=None)
def test_whatever_is_typed_is_heard_and_nothing_breaks(
    lines: list[str], language: Language
) -> None:
    ended, said = type_lines(on_rubric("screening"), [*lines, "e +", *lines, ":q"], language)
    assert ended.ended is not None
    assert not [line for line in said if "\n" in line or "\x1b" in line]
