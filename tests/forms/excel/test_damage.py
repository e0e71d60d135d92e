"""Forms as they come back from the world: each damage is survived, or named with its cell."""

import datetime

import pytest
from openpyxl.cell.rich_text import CellRichText
from tests.forms.excel.books import (
    FR,
    Opened,
    blank_form,
    codes,
    fjord,
    read,
    repack,
    sheet_of,
)
from tests.forms.sheets import canonical

from scalecheck.forms.excel import find_mark, write
from scalecheck.forms.filled import UnreadableForm

FORM = write(fjord(), (FR,))
BLANK = write(blank_form(), (FR,))
BEFORE = canonical(fjord().sheet)


def rename_sheets(opened):
    for n, sheet in enumerate(opened.book.worksheets):
        sheet.title = f"Feuille {n}"


def shuffle_sheets(opened):
    opened.book._sheets.reverse()


def move_columns(opened):
    """Cut two columns and paste them at the far right, hidden name and all."""
    sheet, _, _ = opened.sheet("answers")
    right = sheet.max_column + 2
    for column in (2, 7):
        for row in range(1, sheet.max_row + 1):
            old = sheet.cell(row, column)
            sheet.cell(row, right).value, old.value = old.value, None
        right += 1


def insert_column(opened):
    sheet, _, _ = opened.sheet("answers")
    sheet.insert_cols(3)


def insert_first_column(opened):
    sheet, _, _ = opened.sheet("answers")
    sheet.insert_cols(1, 2)


def insert_blank_rows(opened):
    sheet, head, _ = opened.sheet("answers")
    sheet.insert_rows(head + 4)
    sheet.insert_rows(head + 8, 3)


def insert_rows_on_top(opened):
    sheet, _, _ = opened.sheet("answers")
    sheet.insert_rows(1, 2)


def rows_of(opened, table):
    sheet, head, _ = opened.sheet(table)
    rows = [[c.value for c in line] for line in sheet.iter_rows(min_row=head + 2)]
    return sheet, head + 2, rows


def put(sheet, first, rows):
    for row, values in enumerate(rows, first):
        for column, value in enumerate(values, 1):
            sheet.cell(row, column).value = value


def sort_rows(opened):
    sheet, first, rows = rows_of(opened, "answers")
    put(sheet, first, sorted(rows, key=lambda row: str(row[0]), reverse=True))


def drop_bands(opened):
    sheet, _, keys = opened.sheet("answers")
    for row in range(sheet.max_row, 0, -1):
        if str(sheet.cell(row, keys).value).startswith("part:"):
            sheet.delete_rows(row)


def copy_row_below(opened):
    sheet, first, rows = rows_of(opened, "answers")
    put(sheet, first, [*rows, rows[3]])


def edit_labels(opened):
    cell = opened.cell("answers", "ampleur-besoin", "question")
    cell.value = CellRichText("1. Le besoin, dit autrement")


def edit_header(opened):
    sheet, head, _ = opened.sheet("answers")
    sheet.cell(head + 1, 2).value = "Notre niveau"


def lose_hidden_names_of_columns(opened):
    sheet, head, keys = opened.sheet("answers")
    for column in range(1, keys):
        if sheet.cell(head, column).value != "last":
            sheet.cell(head, column).value = None


def copy_sheet(opened):
    opened.book.copy_worksheet(opened.sheet("answers")[0])


def unhide_all(opened):
    for sheet in opened.book.worksheets:
        sheet.sheet_state = "visible"
        for dimension in (*sheet.column_dimensions.values(), *sheet.row_dimensions.values()):
            dimension.hidden = False


def delete_guide_and_levels(opened):
    del opened.book["Mode d’emploi"]
    del opened.book["Repères"]


def merge_labels(opened):
    opened.sheet("answers")[0].merge_cells("A1:C1")


def clear_lists(opened):
    del opened.book["_listes"]


SURVIVED = {
    one.__name__: one
    for one in (
        rename_sheets, shuffle_sheets, move_columns, insert_column, insert_first_column,
        insert_blank_rows,
        insert_rows_on_top, sort_rows, drop_bands, copy_row_below, edit_labels, edit_header,
        lose_hidden_names_of_columns, copy_sheet, unhide_all, delete_guide_and_levels,
        merge_labels, clear_lists,
    )
}  # fmt: skip


@pytest.mark.parametrize("name", SURVIVED)
def test_a_form_changed_around_its_answers_says_the_same(name):
    opened = Opened(FORM)
    SURVIVED[name](opened)
    filled = read(opened.save())
    assert filled.misread == ()
    assert canonical(sheet_of(filled)) == BEFORE


def formula(opened):
    opened.cell("answers", "plan", "note").value = "=1+1"


def formula_for_a_level(opened):
    opened.cell("answers", "plan", "answer").value = "=B6"


def error_value(opened):
    cell = opened.cell("answers", "plan", "evidence")
    cell.value, cell.data_type = "#REF!", "e"


def words_for_a_level(opened):
    opened.cell("answers", "plan", "answer").value = "plutôt bien"


def two_levels(opened):
    opened.cell("answers", "plan", "answer").value = "2 ou 3"


def unknown_and_a_level(opened):
    opened.cell("answers", "plan", "answer").value = "Je ne sais pas encore"
    opened.cell("answers", "plan", "up-to").value = "3 · Éprouvé"


def only_the_high_end(opened):
    opened.cell("answers", "plan", "answer").value = None
    opened.cell("answers", "plan", "up-to").value = 3


def merged_answers(opened):
    sheet = opened.sheet("answers")[0]
    cell = opened.cell("answers", "plan", "note")
    letter = cell.column_letter
    sheet.merge_cells(f"{letter}{cell.row}:{letter}{cell.row + 1}")


def row_deleted(opened):
    opened.sheet("answers")[0].delete_rows(opened.cell("answers", "plan", "note").row)


def record_deleted(opened):
    opened.sheet("evidence")[0].delete_rows(opened.cell("evidence", "known:plan-2026", "grade").row)


def setting_deleted(opened):
    row = opened.cell("instances:milieux", "known:cpe-a", "title").row
    opened.sheet("instances:milieux")[0].delete_rows(row)


def row_without_a_name(opened):
    sheet, _, keys = opened.sheet("answers")
    sheet.cell(opened.cell("answers", "plan", "note").row, keys).value = None


def row_of_another_rubric(opened):
    sheet, _, keys = opened.sheet("answers")
    sheet.cell(opened.cell("answers", "plan", "note").row, keys).value = "ancien-critere"


def row_typed_at_the_end(opened):
    sheet = opened.sheet("answers")[0]
    sheet.cell(sheet.max_row + 1, 1).value = "23. Ma question à moi"
    sheet.cell(sheet.max_row, 2).value = "3"


def row_twice(opened):
    sheet, first, rows = rows_of(opened, "answers")
    other = list(rows[3])
    other[6] = "une autre note"
    put(sheet, first, [*rows, other])


def labels_sorted_without_their_names(opened):
    sheet, first, rows = rows_of(opened, "answers")
    keys = [row[-1] for row in rows]
    mixed = sorted(rows, key=lambda row: str(row[0]))
    put(sheet, first, [[*row[:-1], key] for row, key in zip(mixed, keys, strict=True)])


def column_deleted(opened):
    sheet = opened.sheet("answers")[0]
    sheet.delete_cols(opened.cell("answers", "plan", "note").column)


def column_added(opened):
    sheet, head, _ = opened.sheet("answers")
    sheet.cell(head + 1, 14).value = "Nos échéances"
    sheet.cell(head + 4, 14).value = "2027"


def header_replaced(opened):
    sheet, head, _ = opened.sheet("answers")
    column = opened.cell("answers", "plan", "note").column
    sheet.cell(head, column).value, sheet.cell(head + 1, column).value = None, "Commentaires"


def headers_swapped(opened):
    sheet, head, _ = opened.sheet("answers")
    one, two = (opened.cell("answers", "plan", key).column for key in ("note", "reason"))
    first, second = sheet.cell(head + 1, one), sheet.cell(head + 1, two)
    first.value, second.value = second.value, first.value


def column_copied(opened):
    sheet, _, _ = opened.sheet("answers")
    column = opened.cell("answers", "plan", "note").column
    for row in range(1, sheet.max_row + 1):
        sheet.cell(row, 15).value = sheet.cell(row, column).value


def sheet_deleted(opened):
    opened.book.remove(opened.sheet("answers")[0])


def hidden_line_deleted(opened):
    sheet, head, _ = opened.sheet("evidence")
    sheet.delete_rows(head)


def sheet_of_notes(opened):
    opened.book.create_sheet("Mes notes")["B3"] = "ne pas oublier"


def words_beside(opened):
    sheet = opened.sheet("answers")[0]
    sheet.cell(opened.cell("answers", "plan", "note").row, 20).value = "à vérifier"


def words_on_top(opened):
    opened.sheet("answers")[0]["D1"] = "brouillon"


def words_in_a_locked_cell(opened):
    opened.cell("project", "title", "also-2").value = "autre nom"


def fact_not_in_the_list(opened):
    opened.cell("project", "fact:visee", "said").value = "tout le monde"


def kind_not_in_the_list(opened):
    opened.cell("project", "kind", "said").value = "moi"


def validity_not_understood(opened):
    opened.cell("evidence", "known:plan-2026", "valid").value = "peut-être"


def grade_not_in_the_list(opened):
    opened.cell("evidence", "new:p1", "record-title").value = "Lettre"
    opened.cell("evidence", "new:p1", "grade").value = "très forte"


def code_of_a_record_changed(opened):
    opened.cell("evidence", "known:plan-2026", "record").value = "plan-neuf"


def answers_for_nobody(opened):
    opened.cell("group:milieux", "new:1/usage", "answer").value = "1"


REFUSED = {
    formula: ("form-formula", "Évaluation!G"),
    formula_for_a_level: ("form-formula", "Évaluation!B"),
    error_value: ("form-error-cell", "Évaluation!F"),
    words_for_a_level: ("form-not-a-choice", "Évaluation!B"),
    two_levels: ("form-not-a-choice", "Évaluation!B"),
    unknown_and_a_level: ("form-several-answers", "Évaluation!B"),
    only_the_high_end: ("form-range-without-start", "Évaluation!E"),
    merged_answers: ("form-merged-cells", "Évaluation!G"),
    row_deleted: ("form-row-gone", ""),
    record_deleted: ("form-row-gone", ""),
    setting_deleted: ("form-row-gone", ""),
    row_without_a_name: ("form-row-unknown", "Évaluation!B"),
    row_of_another_rubric: ("form-row-unknown", "Évaluation!B"),
    row_typed_at_the_end: ("form-row-unknown", "Évaluation!B"),
    row_twice: ("form-row-twice", "Évaluation!B"),
    labels_sorted_without_their_names: ("form-row-moved", "Évaluation!A"),
    column_deleted: ("form-column-missing", "Évaluation!"),
    column_added: ("form-header-unknown", "Évaluation!N"),
    header_replaced: ("form-header-unknown", "Évaluation!G"),
    headers_swapped: ("form-header-unknown", "Évaluation!"),
    column_copied: ("form-header-twice", "Évaluation!O"),
    sheet_deleted: ("form-sheet-missing", ""),
    hidden_line_deleted: ("form-sheet-missing", ""),
    sheet_of_notes: ("form-kept-apart", "Mes notes!B3"),
    words_beside: ("form-kept-apart", "Évaluation!T"),
    words_on_top: ("form-kept-apart", "Évaluation!D1"),
    words_in_a_locked_cell: ("form-kept-apart", "Projet!C"),
    fact_not_in_the_list: ("form-not-a-choice", "Projet!B"),
    kind_not_in_the_list: ("form-not-a-choice", "Projet!B"),
    validity_not_understood: ("form-not-a-choice", "Preuves!C"),
    grade_not_in_the_list: ("form-not-a-choice", "Preuves!G"),
    code_of_a_record_changed: ("form-kept-apart", "Preuves!A"),
    answers_for_nobody: ("form-instance-unnamed", "Réponses – Milieux preneurs…!C"),
}


@pytest.mark.parametrize("damage", REFUSED, ids=lambda one: one.__name__)
def test_what_is_not_understood_is_named_with_its_cell(damage):
    code, cell = REFUSED[damage]
    opened = Opened(FORM)
    damage(opened)
    filled = read(opened.save())
    assert code in codes(filled)
    found = next(one for one in filled.misread if one.code == code)
    assert found.cell.startswith(cell)
    assert len(found.cell) > len(cell) or cell.endswith(("!B3", "!D1")) or not cell


def test_a_sheet_renamed_is_named_as_it_is_now():
    opened = Opened(FORM)
    rename_sheets(opened)
    formula(opened)
    (found,) = read(opened.save()).misread
    assert found.cell.startswith("Feuille 3!G")


def test_a_header_is_quoted():
    opened = Opened(FORM)
    column_added(opened)
    (found,) = read(opened.save()).misread
    assert dict(found.facts) == {"header": "Nos échéances"}


def test_a_form_whose_hidden_sheet_is_gone_is_refused():
    opened = Opened(FORM)
    del opened.book["_scalecheck"]
    with pytest.raises(UnreadableForm) as refused:
        find_mark(opened.save(), "x.xlsx")
    assert refused.value.misread.code == "form-mark-lost"


def test_a_form_whose_hidden_sheet_was_edited_is_refused_with_its_cell():
    for row, value in ((5, '{"format":"x"}'), (4, "douze"), (2, "de"), (3, "0" * 64)):
        opened = Opened(FORM)
        opened.book["_scalecheck"].cell(row, 1).value = value
        with pytest.raises(UnreadableForm) as refused:
            find_mark(opened.save(), "x.xlsx")
        assert refused.value.misread.code == "form-mark-damaged"
        assert refused.value.misread.cell.startswith("_scalecheck!A")


@pytest.mark.parametrize(
    "part", ["xl/worksheets/sheet3", "xl/workbook", "xl/sharedStrings"], ids=str
)
def test_a_broken_package_is_refused(part):
    broken = repack(FORM, **{part.replace("/", "__"): lambda data: data[: len(data) // 2]})
    with pytest.raises(UnreadableForm) as refused:
        find_mark(broken, "x.xlsx")
    assert refused.value.misread.code == "form-unreadable"


def test_half_a_file_is_refused():
    with pytest.raises(UnreadableForm):
        find_mark(FORM[: len(FORM) // 2], "x.xlsx")


def test_other_workbooks_and_other_files_are_no_forms():
    from openpyxl import Workbook

    opened = Opened(BLANK)
    opened.book = Workbook()
    opened.book.active["A1"] = "un budget"
    for data in (opened.save(), b"", b"PK", b"%PDF-1.7", b"format: scalecheck/project@1"):
        assert find_mark(data, "x.xlsx") is None


def test_a_date_typed_as_a_date_is_a_date():
    for value in (datetime.date(2026, 11, 2), "2026/11/2", "2026-11-02"):
        data = Opened(FORM).type("project", "date", "said", value).save()
        assert sheet_of(read(data)).date == "2026-11-02"
