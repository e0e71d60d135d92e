"""What the answers so far give, in a few lines."""

from pathlib import Path

import pytest
from tests.forms.interview.opening import FJORD, odd_rubric, on_fjord, on_rubric

import scalecheck as sc
from scalecheck.api.preview import preview
from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language


def test_the_level_and_what_would_settle_it_are_said() -> None:
    interview = on_fjord()
    project = sc.load_project(FJORD)
    said = preview(interview.asked.rubric, interview.sheet, project, Language.FR)
    result = sc.assess(interview.asked.rubric, project, vocabularies=sc.load_vocabularies())
    low = interview.asked.rubric.levels[result.headline.low]
    assert said[0].startswith(f"Niveau démontré\u00a0: {low.value}, ")
    assert any(line.startswith("Pour le niveau suivant") for line in said)


def test_an_open_answer_that_decides_is_named() -> None:
    interview = on_fjord()
    answers = {**interview.sheet.answers, "ancrage-terrain": Answer(unknown=True)}
    sheet: AnswerSheet = interview.sheet.model_copy(update={"answers": answers})
    said = preview(interview.asked.rubric, sheet, sc.load_project(FJORD), Language.EN)
    settling = said[said.index("What would settle it:") + 1]
    assert settling.startswith("Grounding in the setting and co-design: ")


@pytest.mark.parametrize("language", tuple(Language))
def test_any_rubric_and_no_answer_at_all_give_something_to_say(
    language: Language, tmp_path: Path
) -> None:
    for started in (on_rubric(odd_rubric(tmp_path)), on_rubric("trl"), on_rubric("is-echelle")):
        said = preview(started.asked.rubric, started.sheet, None, language)
        assert said
        assert all(line and "\n" not in line for line in said)
