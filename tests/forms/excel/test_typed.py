"""What people type: matched where only one thing can be meant, and left as it is otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.forms.excel.books import (
    EN,
    FR,
    Opened,
    blank_form,
    codes,
    fjord,
    read,
    sheet_of,
    where,
)  # fmt: skip

from scalecheck.forms.excel import write
from scalecheck.forms.excel.laid.lists import answers
from scalecheck.forms.excel.matching import fold, match
from scalecheck.forms.excel.speech import Speech
from scalecheck.model.text import Text

BLANK = write(blank_form(), (FR,))
FORM = write(fjord(), (FR,))
ASKED = blank_form()
QUESTION = ASKED.question("ampleur-besoin")
LIST = answers(QUESTION, ASKED.lists.grades, Speech((FR,)))

SPELLINGS = {
    3.0: "3",
    "3": "3",
    " 3 ": "3",
    "3.0": "3",
    "3 · Éprouvé": "3",
    "3 - éprouvé": "3",
    "Éprouvé": "3",
    "eprouve": "3",
    "EPROUVÉ": "3",
    "Proven": "3",
    "3 · Éprouvée, à peu près": "3",
    "7": "7",
}
UNKNOWN = ("?", "inconnu", "je ne sais pas encore", "JE NE SAIS PAS", "unknown", "I don't know yet")


@pytest.mark.parametrize("typed", SPELLINGS)
def test_a_level_is_read_in_any_spelling(typed):
    filled = read(Opened(BLANK).type("answers", "ampleur-besoin", "answer", typed).save())
    assert filled.misread == ()
    assert filled.data["answers"] == {"ampleur-besoin": {"level": SPELLINGS[typed]}}


@pytest.mark.parametrize("typed", UNKNOWN)
def test_unknown_is_read_in_any_spelling(typed):
    filled = read(Opened(BLANK).type("answers", "ampleur-besoin", "answer", typed).save())
    assert sheet_of(filled).answers["ampleur-besoin"].unknown


@pytest.mark.parametrize("typed", ["2-3", "2 ou 3", "23 · x", "éprouvé ou structuré", "N/A", "…"])
def test_what_could_mean_two_things_is_no_choice(typed):
    filled = read(Opened(BLANK).type("answers", "ampleur-besoin", "answer", typed).save())
    (found,) = filled.misread
    assert found.code == "form-not-a-choice"
    facts = dict(found.facts)
    assert facts["got"] == typed
    assert facts["known"].startswith("0 · Absent, 1 · Amorcé")


@given(st.text(max_size=30))
def test_no_text_breaks_the_matching(text):
    found = match(text, LIST)
    assert found is None or any(found == one.value for one in LIST.entries)
    assert fold(fold(text)) == fold(text)


def test_every_line_of_a_list_stands_for_itself_in_both_languages():
    for languages in ((FR,), (EN,), (FR, EN)):
        for question in ASKED.questions():
            choices = answers(question, ASKED.lists.grades, Speech(languages))
            texts = [one.text for one in choices.entries]
            assert len(set(texts)) == len(texts)
            assert all(match(one.text, choices) == one.value for one in choices.entries)
            assert all(match(one.short, choices) == one.value for one in choices.entries)


def test_an_interval_an_amount_and_a_reason():
    opened = Opened(write(blank_form("trl"), (FR,)))
    names = [one.id for one in blank_form("trl").questions()]
    opened.type("answers", names[0], "answer", "1").type("answers", names[0], "up-to", "2")
    opened.type("answers", names[1], "amount", 0.7)
    opened.type("answers", names[2], "amount", "62,5 %")
    away = next(one for one in blank_form("trl").questions() if one.may_be_not_applicable)
    opened.type("answers", away.id, "answer", "sans objet")
    opened.type("answers", away.id, "reason", "yes")
    found = sheet_of(read(opened.save())).answers
    assert found[names[0]].between == ("1", "2")
    assert str(found[names[1]].amount) == "7/10"
    assert str(found[names[2]].amount) == "5/8"
    assert found[away.id].not_applicable == "yes"


def test_a_note_without_a_level_is_kept_as_unknown():
    filled = read(Opened(BLANK).type("answers", "plan", "note", "=à voir").save())
    answer = sheet_of(filled).answers["plan"]
    assert answer.unknown
    assert answer.note == Text(fr="=à voir")
    assert where(filled, "answers", "plan", "note") == "Évaluation!" + _address("plan", "note")


def _address(row, column):
    return Opened(BLANK).cell("answers", row, column).coordinate


def test_each_part_is_said_to_stand_in_its_cell():
    filled = read(FORM)
    opened = Opened(FORM)
    group = opened.cell("group:milieux", "known:cpe-a/usage", "answer").coordinate
    place = where(filled, "answers", "milieux", "cpe-a", "usage")
    assert place == f"Réponses – Milieux preneurs…!{group}"
    date = opened.cell("project", "date", "said").coordinate
    assert where(filled, "date") == f"Projet!{date}"
    grade = opened.cell("evidence", "known:plan-2026", "grade").coordinate
    assert where(filled, "evidence", "plan-2026", "grade") == f"Preuves!{grade}"


def test_codes_of_records_are_cut_at_any_sign_and_titles_are_codes_too():
    opened = Opened(FORM)
    typed = {
        "plan": "plan-2026, budget-2026",
        "voie": "plan-2026\nbudget-2026",
        "ressources": "PLAN-2026 ; Coût par milieu preneur, adaptation et adoption comprises",
        "transmission": "rapport inconnu",
    }
    for question, cited in typed.items():
        opened.type("answers", question, "evidence", cited)
    found = read(opened.save()).data["answers"]
    for question in ("plan", "voie", "ressources"):
        assert found[question]["evidence"] == ("plan-2026", "budget-2026")
    assert found["transmission"]["evidence"] == ("rapport inconnu",)


def test_a_new_setting_gets_a_name_its_facts_and_its_answers():
    opened = Opened(FORM)
    key, table = "new:1", "instances:milieux"
    opened.type(table, key, "title", "École de l’Œuvre")
    opened.type(table, key, "fact:role", "Milieu d'experimentation")
    opened.type(table, key, "fact:role:2", "intégrateur; initiator")
    opened.type(table, key, "fact:territory", "02; Mauricie")
    opened.type("group:milieux", "new:1/usage", "answer", "1")
    opened.type("group:milieux", "new:1/usage", "evidence", "p1")
    opened.type("evidence", "new:p1", "record-title", "Lettre de l’école")
    opened.type("evidence", "new:p1", "grade", "documentée")
    opened.type("evidence", "new:p1", "record-date", "2026-03")
    opened.type("project", "voices", "said", "École de l’Œuvre; cpe-a")
    filled = read(opened.save())
    assert codes(filled) == ["form-not-a-choice"]
    assert dict(filled.misread[0].facts)["got"] == "intégrateur"
    opened.type(table, key, "fact:role:2", "initiator")
    filled = read(opened.save())
    sheet = sheet_of(filled)
    new = sheet.settings[-1]
    assert (new.id, new.title) == ("ecole-de-l-oeuvre", Text(fr="École de l’Œuvre"))
    assert new.attributes == {"role": ("trial", "initiator"), "territory": ("02", "04")}
    answer = sheet.answers["milieux"][new.id]["usage"]
    assert (answer.level, answer.evidence) == ("1", ("p1",))
    assert sheet.evidence["p1"].grade == "documented"
    assert sheet.evidence["p1"].date == "2026-03"
    assert sheet.assessor.voices == (new.id, "cpe-a")


def test_rows_added_by_hand_to_a_list_are_read():
    opened = Opened(FORM)
    sheet, _, _ = opened.sheet("evidence")
    columns = [opened.cell("evidence", "new:p1", one).column for one in ("record-title", "grade")]
    last = sheet.max_row + 1
    for column, text in zip(columns, ("Pièce de plus", "declared"), strict=True):
        sheet.cell(last, column).value = text
    found = sheet_of(read(opened.save())).evidence
    assert list(found)[-1].startswith("p")
    assert found[list(found)[-1]].title == Text(fr="Pièce de plus")


def test_what_still_holds_is_said_record_by_record():
    opened = Opened(FORM)
    for name, said in {"plan-2026": "Oui", "budget-2026": "non", "bilan-2025": "x"}.items():
        opened.type("evidence", f"known:{name}", "valid", said)
    found = sheet_of(read(opened.save())).still_valid
    assert found == {"plan-2026": True, "budget-2026": False, "bilan-2025": True}


def test_an_answer_that_is_cleared_is_not_given_any_more():
    opened = Opened(FORM)
    for column in ("answer", "up-to", "evidence", "note"):
        opened.type("answers", "plan", column, None)
    opened.type("answers", "ressources", "answer", "?")
    found = sheet_of(read(opened.save())).answers
    assert "plan" not in found
    assert found["ressources"].unknown
    assert found["ressources"].note == fjord().sheet.answers["ressources"].note


def test_facts_of_the_project_are_read_and_those_left_alone_stay():
    opened = Opened(FORM)
    opened.type("project", "fact:cadre-a-changer", "said", True)
    opened.type("project", "fact:projets-voisins", "said", None)
    opened.type("project", "fact:visee", "also-2", "Un autre secteur")
    found = sheet_of(read(opened.save())).attributes
    assert found["cadre-a-changer"] == ("yes",)
    assert "projets-voisins" not in found
    assert found["visee"] == ("more-places", "other-sector")
    assert found["milieux-cibles"] == ("alike", "different")


def test_a_blank_form_filled_by_hand_is_a_project_of_its_own():
    opened = Opened(BLANK)
    opened.type("project", "title", "said", "Le jardin")
    opened.type("project", "date", "said", "2026-11-02")
    opened.type("project", "kind", "said", "Plusieurs, d’un commun accord")
    opened.type("instances:milieux", "new:2", "title", "Le jardin d’en haut")
    opened.type("group:milieux", "new:2/usage", "answer", "2 · Structuré")
    sheet = sheet_of(read(opened.save()))
    assert sheet.title == Text(fr="Le jardin")
    assert (sheet.date, sheet.kind) == ("2026-11-02", "consensus")
    assert [one.id for one in sheet.settings] == ["le-jardin-d-en-haut"]
    assert sheet.answers["milieux"]["le-jardin-d-en-haut"]["usage"].level == "2"
    assert read(BLANK).data["kind"] == "self"
    assert sheet_of(read(BLANK)).settings is None
