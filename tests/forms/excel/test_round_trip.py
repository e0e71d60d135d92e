"""Answers, a workbook, answers again: the same, whatever the rubric and whatever the texts."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.forms.excel import books
from tests.forms.excel.books import EN, FR, Opened, asked_of, fjord, read, rubric, sheet_of
from tests.forms.sheets import canonical, questionnaire, sheets

from scalecheck.forms.excel import form
from scalecheck.model.text import Text

NAMES = ("is-echelle", "trl", "screening", "odd")
SLOW = {"deadline": None, "suppress_health_check": list(HealthCheck)}


def went_round(sheet, languages):
    asked = questionnaire(rubric(sheet.rubric), sheet, books.WORDS)
    data = form.write(asked, languages)
    mark = form.find_mark(data, "x.xlsx")
    assert mark.sheet == sheet
    assert mark.languages == languages
    filled = read(data)
    assert filled.misread == ()
    return sheet_of(filled, languages[0])


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@settings(max_examples=6, **SLOW)
def test_a_form_that_nobody_touched_brings_back_what_it_opened_with(name, data):
    language = FR if name == "odd" else data.draw(st.sampled_from([FR, EN]))
    languages = data.draw(st.sampled_from([(language,), (language, EN if language is FR else FR)]))
    sheet = data.draw(sheets(rubric(name), language))
    assert canonical(went_round(sheet, languages)) == canonical(sheet)


@given(data=st.data())
@settings(max_examples=4, **SLOW)
def test_another_program_that_saves_the_form_changes_nothing(data):
    sheet = data.draw(sheets(rubric("screening")))
    asked = questionnaire(rubric("screening"), sheet, books.WORDS)
    saved = Opened(form.write(asked, (FR,))).save()
    assert canonical(sheet_of(read(saved))) == canonical(sheet)


def test_an_example_goes_round_in_both_languages():
    for language in (FR, EN):
        asked = fjord()
        back = sheet_of(read(form.write(asked, (language,))), language)
        assert back.answers == asked.sheet.answers
        assert back.evidence == asked.sheet.evidence
        assert back.settings == asked.sheet.settings
        assert back.language is language


def test_a_text_keeps_the_language_that_the_form_does_not_show():
    title = Text(fr="Le fjord", en="The fjord")
    sheet = fjord().sheet.model_copy(update={"title": title})
    data = form.write(asked_of(sheet), (EN,))
    assert sheet_of(read(data), EN).title == title
    typed = Opened(data).type("project", "title", "said", "Fjord kitchens").save()
    assert sheet_of(read(typed), EN).title == Text(en="Fjord kitchens")


def test_a_text_longer_than_a_cell_is_kept_whole_and_the_cell_says_so():
    long = Text(fr="très long " * 5000)
    answers = dict(fjord().sheet.answers)
    answers["plan"] = answers["plan"].model_copy(update={"note": long})
    sheet = fjord().sheet.model_copy(update={"answers": answers, "note": Text(fr="é" * 40_000)})
    data = form.write(asked_of(sheet), (FR,))
    shown = Opened(data).cell("answers", "plan", "note").value
    assert "50\u00a0000 caractères" in shown
    back = sheet_of(read(data))
    assert back.answers["plan"].note.fr.strip() == long.fr.strip()
    assert back.note == sheet.note
    typed = Opened(data).type("answers", "plan", "note", "court").save()
    assert sheet_of(read(typed)).answers["plan"].note == Text(fr="court")


def test_the_same_questions_give_the_same_bytes():
    assert form.write(fjord(), (FR,)) == form.write(fjord(), (FR,))


def test_the_form_of_one_language_differs_from_the_other():
    assert form.write(fjord(), (FR,)) != form.write(fjord(), (EN,))
