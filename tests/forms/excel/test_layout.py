"""The workbook as people meet it: sheets, lists, protection, print, and nothing that is cut."""

import io
import re
import zipfile
from xml.etree import ElementTree

import pytest
from openpyxl import load_workbook
from tests.forms.excel.books import EN, FR, Opened, asked_of, blank_form, fjord, read
from tests.forms.sheets import HOSTILE, blank

from scalecheck.forms.excel import write
from scalecheck.forms.excel.plan import size
from scalecheck.forms.excel.written.naming import sheet_name
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMS = {
    "fr": write(fjord(), (FR,)),
    "en": write(fjord(), (EN,)),
    "both": write(blank_form(), (FR, EN)),
    "trl": write(blank_form("trl"), (EN,)),
    "odd": write(blank_form("odd"), (FR,)),
}


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def book(name):
    return load_workbook(io.BytesIO(FORMS[name]))


def visible(name):
    return [one for one in book(name).worksheets if one.sheet_state == "visible"]


def test_sheets_are_named_in_the_language_of_the_form():
    assert [one.title for one in visible("fr")] == [
        "Mode d’emploi",
        "Projet",
        "Milieux preneurs, un par un",
        "Évaluation",
        "Réponses – Milieux preneurs…",
        "Preuves",
        "Repères",
    ]
    assert visible("en")[0].title == "How to"
    assert visible("both")[3].title == "Évaluation – Assessment"


@pytest.mark.parametrize("name", FORMS)
def test_the_first_cell_of_each_sheet_says_what_to_do(name):
    for sheet in visible(name):
        assert len(str(sheet["A1"].value)) > 15
        assert not sheet.column_dimensions["A"].hidden


@pytest.mark.parametrize("name", FORMS)
def test_hidden_parts_are_very_hidden_and_sheets_are_protected_without_a_password(name):
    states = {one.title: one.sheet_state for one in book(name).worksheets}
    assert states["_scalecheck"] == states["_listes"] == "veryHidden"
    for sheet in visible(name):
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert not sheet.merged_cells.ranges


@pytest.mark.parametrize("name", FORMS)
def test_print_is_set_for_letter_paper_as_wide_as_the_page(name):
    for sheet in visible(name):
        assert (sheet.page_setup.orientation, int(sheet.page_setup.paperSize)) == ("landscape", 1)
        assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
        assert sheet.sheet_properties.pageSetUpPr.fitToPage
        assert sheet.freeze_panes
    assert all(sheet.print_title_rows for sheet in visible(name)[1:])


@pytest.mark.parametrize("name", FORMS)
def test_lists_refer_to_ranges_and_prompts_are_short_enough(name):
    found = 0
    for sheet in visible(name):
        for rule in sheet.data_validations.dataValidation:
            found += 1
            assert rule.type != "list" or "!$" in rule.formula1
            assert len(rule.promptTitle or "") <= 32
            assert len(rule.prompt or "") <= 255
            assert len(rule.error or "") <= 255
    assert found > 10


@pytest.mark.parametrize("name", FORMS)
def test_only_cells_to_fill_are_open_and_those_are_framed(name):
    for sheet in visible(name):
        for line in sheet.iter_rows():
            for cell in line:
                if not cell.protection.locked:
                    styles = {cell.border.left.style, cell.border.top.style}
                    assert styles <= {"thin", "medium"}
                    assert cell.number_format == "@"
                    assert cell.alignment.wrap_text


def test_names_and_prompts_keep_the_no_break_spaces_of_french():
    words = " ".join(
        str(cell.value) for sheet in visible("fr") for line in sheet.iter_rows() for cell in line
    )
    assert not re.search(r"[^\s\u00a0] [:»%]|« (?!\u00a0)|\w'\w", words)


def test_the_chosen_and_the_next_level_are_shown_before_anything_computes():
    values = load_workbook(io.BytesIO(FORMS["fr"]), data_only=True)
    opened = Opened(FORMS["fr"])
    says = opened.cell("answers", "plan", "says")
    assert str(says.value).startswith("=IF(B")
    shown = values["Évaluation"][says.coordinate].value
    question = fjord().question("plan")
    assert shown.startswith(question.choice("2").anchor.fr)
    next_ = values["Évaluation"][opened.cell("answers", "plan", "next").coordinate].value
    assert next_.startswith("3 · Éprouvé\n" + question.choice("3").anchor.fr)
    assert "Preuve demandée" in next_


def test_how_far_one_is_counts_the_named_instances_only():
    values = load_workbook(io.BytesIO(FORMS["fr"]), data_only=True)
    texts = [cell.value for line in values["Mode d’emploi"].iter_rows() for cell in line]
    assert "Réponses données\u00a0: 19 sur 19" in texts
    assert "Réponses données\u00a0: 9 sur 9" in texts
    assert "Réponses données\u00a0: 28 sur 28" in texts
    texts = [cell.value for line in load_workbook(io.BytesIO(FORMS["both"]), data_only=True)[
        "Mode d’emploi – How to"
    ].iter_rows() for cell in line]  # fmt: skip
    assert "Réponses données\u00a0: 0 sur 19 / Answers given: 0 of 19" in texts


def test_the_last_answers_and_their_date_stand_beside():
    sheet, head, _ = Opened(FORMS["fr"]).sheet("answers")
    titles = [cell.value for cell in sheet[head + 1]]
    assert "Dernière réponse (15 octobre 2026)" in titles
    cell = Opened(FORMS["fr"]).cell("answers", "resultats", "last")
    assert cell.value == "entre «\u00a02 · Structuré\u00a0» et «\u00a03 · Éprouvé\u00a0»"


def test_conditions_are_said_in_words():
    asked = blank_form("odd").question("echelons")
    assert asked.applies_when
    text = str(Opened(FORMS["odd"]).cell("answers", "echelons", "question").value)
    assert "À répondre si «\u00a0nature\u00a0» est a ou b ou «\u00a0nature\u00a0» est c et" in text


def test_a_rubric_that_asks_of_groups_alone_or_of_nothing_makes_a_form_too():
    asked = blank_form("odd")
    for less in (asked._replace(parts=()), asked._replace(parts=(), groups=())):
        names = load_workbook(io.BytesIO(write(less, (FR,)))).sheetnames
        assert "Évaluation" not in names
        assert names[:2] == ["Mode d’emploi", "Projet"]


def test_properties_name_the_rubric_and_nobody():
    found = parts(FORMS["fr"])
    assert b"is-echelle 0.1.0" in found["docProps/custom.xml"]
    assert b"0" * 64 in found["docProps/custom.xml"]
    assert b"<dc:creator></dc:creator>" in found["docProps/core.xml"]
    assert (
        b"1980-01-01T00:00:00Z" in found["docProps/core.xml"]
        or b"2026-10-15" in found["docProps/core.xml"]
    )


def hostile_form():
    """A form whose every text is a stranger's."""
    evidence = {
        f"p{n}": Evidence(title=Text(fr=text), grade="declared", where=Text(fr=text))
        for n, text in enumerate(HOSTILE)
    }
    sheet = blank(blank_form().rubric).model_copy(
        update={"title": Text(fr="=1+1"), "note": Text(fr="@SUM(A1)"), "evidence": evidence}
    )
    return write(asked_of(sheet), (FR,))


def test_hostile_texts_stay_texts():
    found = parts(hostile_form())
    for name, part in found.items():
        if name.startswith("xl/worksheets/sheet"):
            formulas = [f.text or "" for f in ElementTree.fromstring(part).iter(f"{S}f")]
            assert all("cmd" not in one and "SUM(A1)" not in one for one in formulas)
    assert b"External" not in b"".join(found.values())
    assert read(hostile_form()).misread == ()


@pytest.mark.parametrize("name", FORMS)
def test_no_cell_holds_more_than_a_cell_can(name):
    for sheet in book(name).worksheets:
        for line in sheet.iter_rows(values_only=True):
            assert all(size(str(text)) <= 32_767 for text in line if text is not None)


@pytest.mark.parametrize("title", ["", "'", "History", "a" * 40, "[x]:*?/\\", "é" * 31, "🙂" * 20])
def test_names_of_sheets_are_those_that_excel_allows(title):
    taken: set[str] = set()
    names = [sheet_name(title, taken) for _ in range(12)]
    assert len({name.casefold() for name in names}) == 12
    for name in names:
        assert 1 <= size(name) <= 31
        assert not set(name) & set("[]:*?/\\")
        assert name[0] != "'" != name[-1]
        assert name.casefold() != "history"
