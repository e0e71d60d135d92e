"""Forms through a real LibreOffice: saved again, computed again, printed; and under the schemas."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.forms.excel.books import (
    EN,
    FR,
    Opened,
    asked_of,
    blank_form,
    fjord,
    read,
    sheet_of,
)
from tests.forms.excel.test_layout import hostile_form
from tests.forms.sheets import HOSTILE, blank, canonical
from tests.machine import convert, schema_errors

from scalecheck.forms.excel import find_mark, write
from scalecheck.model.answer import Answer
from scalecheck.model.text import Text

pytestmark = pytest.mark.slow


def hostile_notes():
    """A form whose notes and reasons are a stranger's."""
    asked = blank_form()
    names = [one.id for part in asked.parts for one in part.questions]
    said = list(zip(names * 2, HOSTILE, strict=False))
    answers = {
        name: Answer(level="2", note=Text(fr=text), reason=Text(fr=text)) for name, text in said
    }
    return write(asked_of(blank(asked.rubric).model_copy(update={"answers": answers})), (FR,))


MADE = {
    "fjord-fr": lambda: write(fjord(), (FR,)),
    "fjord-en": lambda: write(fjord(EN), (EN,)),
    "blank-fr": lambda: write(blank_form(), (FR,)),
    "both": lambda: write(blank_form(), (FR, EN)),
    "trl": lambda: write(blank_form("trl", EN), (EN,)),
    "screening": lambda: write(blank_form("screening"), (FR,)),
    "odd": lambda: write(blank_form("odd"), (FR,)),
    "hostile-records": hostile_form,
    "hostile-notes": hostile_notes,
}


@pytest.fixture(scope="module")
def saved(soffice, tmp_path_factory):
    """Every form, saved again by LibreOffice in both formats: a function that gives the bytes."""
    folder = tmp_path_factory.mktemp("office")
    for name, make in MADE.items():
        (folder / f"{name}.xlsx").write_bytes(make())
    for kind in ("xlsx", "ods"):
        convert(soffice, folder, kind, *sorted(folder.glob("*.xlsx")))
    return lambda name, kind: (folder / kind / f"{name}.{kind}").read_bytes()


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("name", MADE)
def test_a_form_that_libreoffice_saves_again_says_the_same(name, kind, saved):
    opened = find_mark(MADE[name](), "x.xlsx")
    data = saved(name, kind)
    mark = find_mark(data, "x")
    assert mark == opened
    filled = read(data)
    assert filled.misread == ()
    language = mark.languages[0]
    assert canonical(sheet_of(filled, language)) == canonical(mark.sheet)


@pytest.mark.parametrize("name", ["fjord-fr", "trl", "odd"])
def test_libreoffice_computes_what_we_show_before_it(name, saved):
    ours = load_workbook(io.BytesIO(MADE[name]()), data_only=True)
    theirs = load_workbook(io.BytesIO(saved(name, "xlsx")), data_only=True)
    formulas = load_workbook(io.BytesIO(MADE[name]()))
    count = 0
    for sheet in formulas.worksheets:
        for line in sheet.iter_rows():
            for cell in line:
                if cell.data_type == "f":
                    count += 1
                    shown = ours[sheet.title][cell.coordinate].value or ""
                    assert (theirs[sheet.title][cell.coordinate].value or "") == shown
    assert count > 20


def test_libreoffice_shows_the_levels_that_are_chosen(soffice, tmp_path):
    opened = Opened(MADE["blank-fr"]())
    opened.type("answers", "plan", "answer", "2")  # typed by its number
    question = blank_form().question("voie")
    entry = next(
        row[0].value
        for row in opened.book["_listes"].iter_rows()
        if row[3].value == "3" and row[4].value == "answer:voie"
    )
    opened.type("answers", "voie", "answer", entry)
    (tmp_path / "filled.xlsx").write_bytes(opened.save())
    convert(soffice, tmp_path, "ods", tmp_path / "filled.xlsx")
    (tmp_path / "ods/filled.ods").rename(tmp_path / "again.ods")
    convert(soffice, tmp_path, "xlsx", tmp_path / "again.ods")
    values = load_workbook(tmp_path / "xlsx/again.xlsx", data_only=True)["Évaluation"]
    for name, level in (("plan", "2"), ("voie", "3")):
        at = opened.cell("answers", name, "says").coordinate
        anchor = blank_form().question(name).choice(level).anchor.fr
        assert values[at].value.startswith(anchor)
    at = opened.cell("answers", "voie", "next").coordinate
    assert values[at].value.startswith(f"4 · {question.choice('4').label.fr}")
    texts = [cell.value for line in values.iter_rows(max_row=4) for cell in line]
    assert "Réponses données\u00a0: 2 sur 19" in texts


@pytest.mark.parametrize("name", MADE)
def test_the_schemas_of_office_find_no_fault(name, validator, tmp_path):
    source = Path(tmp_path) / "form.xlsx"
    source.write_bytes(MADE[name]())
    assert schema_errors(validator, source) == []
