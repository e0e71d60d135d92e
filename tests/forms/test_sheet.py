"""A sheet of answers, carried as JSON, comes back as it was."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.forms.sheets import blank, canonical, sheets, texts, words

import scalecheck as sc
from scalecheck.forms.asking import make_questionnaire
from scalecheck.forms.carry import as_plain, carry_back, shown
from scalecheck.forms.sheet_json import read_sheet, write_sheet
from scalecheck.model.language import Language
from scalecheck.model.plain_data import sheet_data
from scalecheck.model.text import Text
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

RUBRICS = {name: sc.load_rubric(name) for name in ("is-echelle", "trl", "screening")}


@pytest.mark.parametrize("name", RUBRICS)
@given(data=st.data())
@settings(max_examples=30, deadline=None)
def test_a_sheet_comes_back_from_its_own_writing(name: str, data: st.DataObject) -> None:
    sheet = data.draw(sheets(RUBRICS[name], data.draw(st.sampled_from(Language))))
    assert read_sheet(write_sheet(sheet)) == sheet


@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_our_reader_of_files_reads_what_a_form_exports(data: st.DataObject) -> None:
    sheet = data.draw(sheets(RUBRICS["is-echelle"]))
    document = parse(write_sheet(sheet).encode(), "réponses.json")
    assert not document.diagnostics
    found = build(document, kind_named("answers")).value
    assert canonical(found) == canonical(sheet)


@given(texts(), st.sampled_from(Language))
def test_an_untouched_text_keeps_both_its_languages(text: Text, language: Language) -> None:
    back = carry_back(shown(text, language), text, language)
    assert Text.model_validate(as_plain(back), context={"language": str(language)}) == text


@given(words, texts())
def test_a_text_that_was_changed_comes_back_as_typed(typed: str, before: Text) -> None:
    back = carry_back(typed, before, Language.FR)
    assert back == typed or shown(before, Language.FR).strip() == typed


def test_a_blank_text_is_none() -> None:
    assert carry_back(" \n", Text(fr="avant"), Language.FR) is None


def test_every_question_is_asked_once_and_numbered_in_order() -> None:
    for path in sorted(Path("rubrics").glob("*.yaml")):
        if path.name.endswith((".test.yaml", ".upgrade.yaml")):
            continue
        rubric = sc.load_rubric(path)
        asked = make_questionnaire(rubric, blank(rubric), sc.load_vocabularies())
        numbers = [question.number for question in asked.questions()]
        assert numbers == list(range(1, len(numbers) + 1))
        named = [question.id for question in asked.questions()]
        expected = [c.id for d in rubric.dimensions for c in d.criteria if c.computed is None]
        assert sorted(named) == sorted(expected)


def test_what_says_nothing_is_left_out_of_a_sheet() -> None:
    data = sheet_data(blank(RUBRICS["trl"]))
    assert set(data) == {"format", "language", "kind", "rubric", "rubric_version", "fingerprint"}
