"""Any valid rubric becomes a form that pyxform takes without a warning, and that is read back."""

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.forms.page import odd
from tests.forms.sheets import blank, canonical, questionnaire, sheets
from tests.forms.xlsform import servers
from tests.forms.xlsform.drawn import with_reasons
from tests.forms.xlsform.phone import Form, Sitting
from tests.forms.xlsform.servers import Style
from tests.forms.xlsform.test_round_trip import EXPORTS, VOCABULARIES, back, rubric
from tests.scoring.generator import make

from scalecheck.forms.xlsform import write
from scalecheck.model.language import Language

_MANY = settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.generate],
)
ODD = {one.id: one for one in (odd.MANY_LEVELS, odd.AMOUNTS, odd.HOSTILE_TEXTS)}


def form_of(asked, languages=(Language.FR,)) -> Form:
    form = Form(write(asked, languages))
    assert form.warnings == []
    return form


@pytest.mark.parametrize("seed", range(4))
@given(data=st.data())
@settings(_MANY, max_examples=1)
def test_a_rubric_at_random_comes_back_as_it_was(seed: int, data: st.DataObject) -> None:
    found, _ = make(seed).read()
    sheet = with_reasons(data.draw(sheets(found)))
    asked = questionnaire(found, sheet)
    form = form_of(asked)
    sent = Sitting(form).send()
    for export in ("kobo csv", "odk zip", "kobo json"):
        assert canonical(back(EXPORTS[export](form, [sent]), asked)) == canonical(sheet)


@pytest.mark.parametrize("name", ODD)
@given(data=st.data())
@_MANY
def test_an_odd_rubric_comes_back_as_it_was(name: str, data: st.DataObject) -> None:
    language = data.draw(st.sampled_from(Language))
    sheet = with_reasons(data.draw(sheets(ODD[name], language)))
    asked = questionnaire(ODD[name], sheet)
    form = form_of(asked, (language,))
    sent = Sitting(form).send()
    for export in ("kobo csv", "odk zip", "odk json", "kobo xlsx"):
        assert canonical(back(EXPORTS[export](form, [sent]), asked)) == canonical(sheet)


@pytest.mark.parametrize("name", ["is-echelle", "trl", "screening"])
def test_a_shipped_rubric_is_asked_in_both_languages_whichever_comes_first(name: str) -> None:
    asked = questionnaire(rubric(name), blank(rubric(name)), VOCABULARIES)
    for language in Language:
        form = form_of(asked, (language,))
        assert set(form.texts) == {"Français (fr)", "English (en)"}
        for texts in form.texts.values():
            assert all(said.strip("- \n") for said in texts.values())


@pytest.mark.parametrize("name", ["is-echelle", "trl", "screening"])
def test_the_labels_of_a_form_tell_its_fields_apart(name: str) -> None:
    asked = questionnaire(rubric(name), blank(rubric(name)), VOCABULARIES)
    form = form_of(asked)
    for language in form.texts:
        labels = [field.labels[language] for field in form.fields.values() if field.labels]
        assert len(set(labels)) == len(labels)


def test_the_same_questions_give_the_same_bytes() -> None:
    asked = questionnaire(rubric("trl"), blank(rubric("trl")), VOCABULARIES)
    assert write(asked, (Language.FR,)) == write(asked, (Language.FR,))


def test_a_question_out_by_rule_is_hidden_until_its_fact_changes() -> None:
    asked = questionnaire(rubric("trl"), blank(rubric("trl")), VOCABULARIES)
    form = form_of(asked)
    shown = []
    for nature in ("", "hardware", "software"):
        sitting = Sitting(form)
        sitting.fill("f_nature", nature)
        sitting.fill("q_interfaces_maitrisees__note", "vue")
        sent = sitting.send()
        shown.append(len(sent.findall(".//*")))
    assert shown[0] > max(shown[1:])


def test_an_answer_that_the_form_opens_with_is_never_hidden() -> None:
    found = rubric("trl")
    conditional = [
        one for one in questionnaire(found, blank(found)).questions() if one.applies_when
    ]
    sheet = blank(found).model_copy(
        update={
            "attributes": {"nature": ("hardware",), "donnees-personnelles": ("no",)},
            "date": "2026-10-15",
            "answers": {one.id: _level(one) for one in conditional},
        }
    )
    asked = questionnaire(found, sheet, VOCABULARIES)
    form = form_of(asked)
    found_back = back(servers.kobo_csv(form, [Sitting(form).send()], Style()), asked)
    assert canonical(found_back) == canonical(sheet)


def _level(question):
    from scalecheck.model.answer import Answer

    return Answer(level=question.choices[1].value)
