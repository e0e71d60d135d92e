"""What exports hold beside the answers: repeated parts, days, cells, several submissions."""

import io
import json
import zipfile

from tests.forms.sheets import blank, questionnaire
from tests.forms.xlsform import servers
from tests.forms.xlsform.exported import (
    LEVEL,
    NOTE,
    codes,
    column,
    made,
    odk_csv,
    results,
    table,
    text,
)
from tests.forms.xlsform.phone import TODAY, Form, Sitting
from tests.forms.xlsform.test_round_trip import VOCABULARIES, blank_form, rubric

from scalecheck.forms.xlsform import find_mark, read, write
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text


def test_repeated_parts_that_kobo_leaves_out_of_its_csv_are_said() -> None:
    form, one = made()
    [filled] = results(servers.kobo_csv(form, [one]))
    assert [note.code for note in filled.misread] == ["form-repeats-missing"] * 2
    assert {dict(note.facts)["name"] for note in filled.misread} == {"r_NEW", "g_milieux__NEW"}


def test_a_repetition_that_belongs_to_no_submission_is_said() -> None:
    form, one = made()
    with zipfile.ZipFile(io.BytesIO(servers.odk_zip(form, [one]))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["form-r_NEW.csv"] = parts["form-r_NEW.csv"].replace(b"uuid:1,", b"uuid:7,")
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    assert sorted(codes(out.getvalue())) == ["form-repeats-missing", "form-row-unknown"]


def test_repeated_parts_written_in_the_headers_are_read() -> None:
    rows = table(odk_csv())
    _add("r_NEW[1]/r_NEW/r_NEW__title", "Portrait")(rows)
    _add("r_NEW[2]/r_NEW__title", "Bilan")(rows)
    [filled] = results(text(rows))
    assert filled.misread == ()
    assert [one["title"] for one in filled.data["evidence"].values()] == ["Portrait", "Bilan"]


def test_the_day_of_sending_stands_for_a_day_that_was_not_typed() -> None:
    rows = table(odk_csv())
    changed("s_date", "")(rows)
    [filled] = results(text(rows))
    assert filled.data["date"] == TODAY


def test_each_cell_is_named_by_its_row_and_its_column() -> None:
    rows = table(odk_csv())
    rows.append(list(rows[1]))
    rows[2][column(rows, LEVEL)] = "9"
    first, second = results(text(rows))
    assert first.misread == ()
    assert [note.cell for note in second.misread] == [f"3:d_besoin-q_ampleur_besoin-{LEVEL}"]
    assert first.cells[("answers", "ampleur-besoin", "note")].endswith(NOTE)


def test_one_file_gives_one_sheet_a_submission() -> None:
    form, one = made()
    for export in (servers.kobo_json, servers.kobo_xlsx, servers.odk_zip, servers.odk_json):
        found = results(export(form, [one] * 7))
        assert len(found) == 7
        assert all(filled.data == found[0].data for filled in found)
        assert found[0].data["settings"][0]["id"] == "ecole-a"
        assert list(found[0].data["evidence"]) == ["p1"]


def test_a_submission_of_another_form_is_said() -> None:
    form, one = made()
    _, other_form = blank_form("screening")
    other = Sitting(other_form).send()
    both = json.loads(servers.kobo_json(form, [one]))
    both["results"] += json.loads(servers.kobo_json(other_form, [other]))["results"]
    first, second = results(json.dumps(both).encode())
    assert first.misread == ()
    assert second.misread[0].code == "form-mark-other"


def _add(head: str, value: str):
    def change(rows: list[list[str]]) -> None:
        rows[0].append(head)
        rows[1].append(value)

    return change


def changed(name: str, value: str):
    def change(rows: list[list[str]]) -> None:
        rows[1][column(rows, name)] = value

    return change


def test_a_record_that_holds_no_more_is_said() -> None:
    records = {
        "pv-2024": Evidence(title=Text(fr="Procès-verbal"), grade="documented"),
        "p-2": Evidence(title=Text(fr="Sondage"), grade="declared"),
    }
    sheet = blank(rubric("trl")).model_copy(update={"evidence": records, "project": "capteur"})
    asked = questionnaire(rubric("trl"), sheet, VOCABULARIES)
    form = Form(write(asked, (Language.FR,)))
    sitting = Sitting(form)
    sitting.fill("r_pv_2024__still", "no")
    for style in (servers.Style(), servers.Style("Français (fr)")):
        data = servers.kobo_csv(form, [sitting.send()], style)
        [filled] = read(data, asked, find_mark(data, "export"))
        assert filled.data["still_valid"] == {"pv-2024": "no"}
        assert set(filled.data["evidence"]) == {"pv-2024", "p-2"}


def test_an_answer_that_is_only_a_note_is_unknown() -> None:
    asked, form = blank_form("trl")
    sitting = Sitting(form)
    sitting.fill("q_principe_observe__note", "On en parle au prochain comité.")
    data = servers.odk_json(form, [sitting.send()])
    [filled] = read(data, asked, find_mark(data, "export"))
    assert filled.data["answers"] == {
        "principe-observe": {"unknown": "yes", "note": "On en parle au prochain comité."}
    }


def test_an_answer_taken_off_is_not_assessed() -> None:
    asked, form = blank_form("trl")
    data = servers.odk_json(form, [Sitting(form).send()])
    [filled] = read(data, asked, find_mark(data, "export"))
    assert "answers" not in filled.data


def test_a_measure_may_be_typed_as_the_french_do() -> None:
    asked, form = blank_form("trl")
    sitting = Sitting(form)
    sitting.fill("q_principe_observe__answer", "amount")
    sitting.fill("q_principe_observe__amount", "12,5 %")
    data = servers.kobo_json(form, [sitting.send()])
    [filled] = read(data, asked, find_mark(data, "export"))
    assert filled.data["answers"] == {"principe-observe": {"amount": "12.5%"}}
