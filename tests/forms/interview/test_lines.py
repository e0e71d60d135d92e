"""The line mode: what is typed is what is answered, whatever is typed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.interview.scripts import in_one_language, lines_of, type_lines, without_out
from tests.forms.sheets import blank, canonical, sheets

import scalecheck as sc
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.interview.interview import begin
from scalecheck.forms.interview.talk import Ending
from scalecheck.forms.interview.writing import in_order
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language
from scalecheck.model.text import Text

RUBRICS = {name: sc.load_rubric(name) for name in ("is-echelle", "trl", "screening")}
VOCABULARIES = sc.load_vocabularies()


def opened(sheet: AnswerSheet) -> AnswerSheet:
    """What an interview opens with: everything of a sheet but its answers and its facts."""
    return sheet.model_copy(update={"answers": {}, "attributes": {}})


@pytest.mark.parametrize("name", RUBRICS)
@given(data=st.data())
@settings(max_examples=12, deadline=None)
def test_a_sheet_that_is_typed_line_by_line_comes_back_the_same(
    name: str, data: st.DataObject
) -> None:
    rubric = RUBRICS[name]
    language = data.draw(st.sampled_from(Language))
    wanted = in_one_language(data.draw(sheets(rubric, language)), language)
    asked = make_questionnaire(rubric, opened(wanted), VOCABULARIES)
    wanted = without_out(wanted, asked)
    script = lines_of(wanted, asked)
    started = begin(asked, {})
    ended, said = type_lines(started.go(started.places[0]), script, language)
    assert ended.slipped == ()
    assert canonical(in_order(asked, ended.interview.sheet)) == canonical(in_order(asked, wanted))
    assert ended.ended is Ending.FINISHED
    assert all("\n" not in line for line in said)


def test_a_reason_of_several_lines_keeps_its_blank_one() -> None:
    rubric = RUBRICS["is-echelle"]
    asked = make_questionnaire(rubric, blank(rubric), VOCABULARIES)
    name = next(one.id for one in asked.questions() if one.may_be_not_applicable)
    answer = Answer(not_applicable="deux\nlignes\n\nune vide", note=Text(fr="gardée"))
    wanted = blank(rubric).model_copy(update={"answers": {name: answer}})
    started = begin(asked, {})
    script = lines_of(wanted, asked)
    ended, _ = type_lines(started.go(started.places[0]), script, Language.FR)
    assert ended.interview.sheet.answers == wanted.answers
