"""Answers go to a phone and come back the same, by every export that Kobo and ODK make."""

from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.forms.sheets import blank, canonical, questionnaire, sheets
from tests.forms.xlsform import servers
from tests.forms.xlsform.drawn import typable, with_reasons
from tests.forms.xlsform.people import fill
from tests.forms.xlsform.phone import Form, Sitting
from tests.forms.xlsform.servers import Style

import scalecheck as sc
from scalecheck.forms.questionnaire import Questionnaire
from scalecheck.forms.xlsform import find_mark, read, write
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.language import Language

NAMES = ("is-echelle", "trl", "screening")
VOCABULARIES = sc.load_vocabularies()
FRENCH, ENGLISH = "Français (fr)", "English (en)"
EXPORTS: dict[str, Callable] = {
    "kobo csv": servers.kobo_csv,
    "kobo csv, labels in French": lambda f, s: servers.kobo_csv(f, s, Style(FRENCH)),
    "kobo csv, labels in English": lambda f, s: servers.kobo_csv(f, s, Style(ENGLISH)),
    "kobo csv, no groups": lambda f, s: servers.kobo_csv(f, s, Style(groups=False)),
    "kobo csv, split only": lambda f, s: servers.kobo_csv(f, s, Style(joined=False)),
    "kobo csv, joined labels only": lambda f, s: servers.kobo_csv(f, s, Style(FRENCH, split=False)),
    "kobo xlsx": servers.kobo_xlsx,
    "kobo xlsx, labels": lambda f, s: servers.kobo_xlsx(f, s, Style(FRENCH)),
    "kobo json": servers.kobo_json,
    "odk zip": servers.odk_zip,
    "odk zip, bare names": lambda f, s: servers.odk_zip(f, s, groups=False, split=False),
    "odk json": servers.odk_json,
}
# Kobo's CSV has no repeated part: what was added there is missing, and said to be.
WHOLE = [name for name in EXPORTS if "csv" not in name]
_MANY = settings(
    max_examples=4, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
)


@cache
def rubric(name: str):
    return sc.load_rubric(name)


@cache
def blank_form(name: str) -> tuple[Questionnaire, Form]:
    asked = questionnaire(rubric(name), blank(rubric(name)), VOCABULARIES)
    return asked, Form(write(asked, (Language.FR, Language.EN)))


def back(data: bytes, asked: Questionnaire) -> AnswerSheet:
    mark = find_mark(data, "export")
    assert mark is not None
    assert mark.sheet == asked.sheet
    [filled] = read(data, asked, mark)
    assert filled.misread == ()
    context = {"language": str(filled.data["language"])}
    return AnswerSheet.model_validate(filled.data, context=context)


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@_MANY
def test_a_form_that_nobody_touched_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    sheet = data.draw(drawn(name, data.draw(st.sampled_from(Language))))
    asked = questionnaire(rubric(name), sheet, VOCABULARIES)
    form = Form(write(asked, (sheet.language,)))
    sent = Sitting(form).send()
    for export, make in EXPORTS.items():
        assert canonical(back(make(form, [sent]), asked)) == canonical(sheet), export


@pytest.mark.parametrize("name", NAMES)
@given(data=st.data())
@_MANY
def test_answers_typed_on_a_blank_form_come_back_the_same(name: str, data: st.DataObject) -> None:
    asked, form = blank_form(name)
    wanted = shown_only(data.draw(drawn(name)), asked)
    sitting = Sitting(form)
    fill(sitting, asked, wanted)
    sent = sitting.send()
    for export in WHOLE:
        assert canonical(back(EXPORTS[export](form, [sent]), asked)) == canonical(wanted), export


def drawn(name: str, language: Language = Language.FR) -> st.SearchStrategy[AnswerSheet]:
    """A sheet whose reasons are more than the word that stands for none."""
    return sheets(rubric(name), language).map(with_reasons)


def shown_only(sheet: AnswerSheet, asked: Questionnaire) -> AnswerSheet:
    """What a person can type on a phone: a question that is out by rule is not shown."""
    wanted = typable(sheet, asked)
    kept = {k: v for k, v in wanted.answers.items() if _is_asked(k, asked, sheet)}
    return wanted.model_copy(update={"answers": kept})


def _is_asked(name: str, asked: Questionnaire, sheet: AnswerSheet) -> bool:
    """Whether the facts of a sheet leave a question in: one that is out by rule is not shown."""
    question = asked.question(name)
    cases = question.applies_when if question else ()
    known = sheet.attributes
    return not cases or any(
        all(fact not in known or set(known[fact]) & set(v) for fact, v in case.root.items())
        for case in cases
    )
