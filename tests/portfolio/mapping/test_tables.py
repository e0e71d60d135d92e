"""Tables in other people's words: mappings stated and guessed, wide and long."""

import pytest
from tests.portfolio.samples import as_csv

from scalecheck.api.portfolio_mapping import guess_mapping, load_mapping
from scalecheck.model.mapping import Shape

HEADERS = (
    *("N° de dossier", "Nom du projet", "1.1 Ampleur du besoin", "Ampleur du besoin – preuve"),
    *("Ancrage milieu", "Plan écrit", "Courriel"),
)
FRENCH = f"""Liste des projets 2026;;;;;;
{";".join(HEADERS)}
A1;École;Structuré;Documentée;Amorcé;Oui;a@b.ca
A2;Toit;2,0;;S. O.;Non;
A3;Parc;Moyen;;1;Oui;
"""
LONG = """Projet;Critère;Milieu;Cote;Preuve;Secteur
B1;Ampleur du besoin;;2;Documentée;Santé
B2;ampleur;;3;;
B1;Ancrage dans le milieu;;Amorcé;;
B1;usage;Lac;3;Documentée;
B1;usage;Baie;1;;
B1;plan;;2;Documentée;
"""


def guess(folder, text, name="t.csv"):
    table = folder.path / name
    table.write_text(text, encoding="utf-8")
    draft = guess_mapping(table, str(folder.rubric))
    path = folder.path / "mapping.yaml"
    path.write_text(draft.text, encoding="utf-8")
    return table, path, draft


def test_a_mapping_is_guessed_by_titles_and_near_ones(folder):
    _, path, draft = guess(folder, FRENCH)
    mapping = load_mapping(path)
    assert {one.column: one.as_ for one in mapping.columns} == {
        "N° de dossier": "id",
        "Nom du projet": "title",
        "1.1 Ampleur du besoin": "ampleur",
        "Ampleur du besoin – preuve": "ampleur.grade",
        "Ancrage milieu": "ancrage",
        "Plan écrit": "plan",
    }
    assert mapping.ignored == ("Courriel",)
    assert mapping.header == 2
    assert 'à compléter\u00a0: "Moyen"' in draft.text
    assert 'à compléter\u00a0: "Oui", "Non"' in draft.text
    near = next(line for line in draft.text.splitlines() if "Ancrage milieu" in line)
    assert near.endswith("# à vérifier")


def test_a_guessed_mapping_once_completed_reads_the_table(folder):
    table, path, draft = guess(folder, FRENCH)
    text = draft.text.replace("as: plan}", "as: plan, values: {Oui: 2, Non: 0}}")
    path.write_text(text.replace("as: ampleur}", "as: ampleur, values: {Moyen: 1}}"), "utf-8")
    found = folder.read(table, mapping=path)
    assert list(found.values) == ["A1", "A2", "A3"]
    assert found.errors == []


def test_without_the_missing_words_the_rows_are_refused_by_cell(folder):
    table, path, _ = guess(folder, FRENCH)
    found = folder.read(table, mapping=path)
    assert found.values == {}
    assert {one.place for one in found.errors} == {"3", "4", "5"}


def test_a_long_table_is_guessed_and_gathered_by_project(folder):
    table, path, _ = guess(folder, LONG)
    assert load_mapping(path).shape is Shape.LONG
    found = folder.read(table, mapping=path)
    wide = folder.score(
        "wide.csv",
        b"id,sector,ampleur,ampleur.grade,ancrage,plan,plan.grade,milieux/1/id,milieux/1/usage,"
        b"milieux/1/usage.grade,milieux/2/id,milieux/2/usage\n"
        b"B1,sante,2,documented,1,2,documented,Lac,3,documented,Baie,1\nB2,,3,,,,,,,,,\n",
    )
    assert found.values == wide.values
    assert found.errors == []


def test_a_bad_row_of_a_long_table_costs_its_project_only(folder):
    clean = guess(folder, LONG)
    wanted = folder.read(clean[0], mapping=clean[1]).values
    for bad, code in {
        "B2;amplitude;;2;;": "unknown-criterion",
        "B2;plan;;douze;;": "table-not-a-level",
        "B2;ampleur;;1;;": "table-answer-twice",
        "B2;usage;;1;;": "table-no-instance",
        "B2;plan;;1;bof;": "unknown-grade",
    }.items():
        table = folder.path / "bad.csv"
        table.write_text(f"{LONG}{bad}\n", encoding="utf-8")
        found = folder.read(table, mapping=clean[1])
        assert found.codes == {code}, bad
        assert found.values == {"B1": wanted["B1"]}
        assert found.places == ["8"]


def test_columns_that_are_not_read_are_named_with_what_is_near(folder):
    found = folder.score("t.csv", as_csv().replace(b"ancrage,", b"ancrge,", 1))
    assert [dict(one.problem.facts).get("near") for one in found.remarks] == ["ancrage"]
    assert found.remarks[0].problem.code == "table-column-unread"


@pytest.mark.parametrize(
    ("columns", "code"),
    [
        ("{column: ampleur, as: amplitude}", "table-no-such-target"),
        ("{column: title, as: title}", "table-no-criterion"),
    ],
)
def test_a_mapping_that_leads_nowhere_is_refused(folder, columns, code):
    path = folder.path / "m.yaml"
    path.write_text(f"format: scalecheck/mapping@1\nrubric: petite\ncolumns: [{columns}]\n")
    table = folder.path / "t.csv"
    table.write_bytes(as_csv())
    assert folder.read(table, mapping=path).codes == {code}


def test_money_and_supporters_are_passed_on_without_a_remark(folder):
    text = "id;ampleur;ampleur.grade;funding/1/amount;funding/1/year;supporters/1/title;summary\n"
    found = folder.score(
        "t.csv", f"{text}x;1;;12 500,50 $;2026;TIESS;Un texte\n".encode(), carries=True
    )
    row = next(row for row in found.rows if row.values is not None)
    assert dict(zip(row.names, row.cells, strict=True))["funding/1/amount"] == "12500.50"
    assert found.remarks == []


CARRIED = "id;ampleur;ampleur.grade;funding/1/amount;funding/1/year;confidentiality;milieux/1/title"


def test_a_guessed_mapping_keeps_what_reports_read(folder):
    table, path, _ = guess(folder, f"{CARRIED}\nx;1;;500;2027;Restreinte;Lac\n")
    mapping = load_mapping(path)
    assert [one.as_ for one in mapping.columns] == CARRIED.split(";")
    assert mapping.ignored == ()
    found = folder.read(table, mapping=path, carries=True)
    row = next(row for row in found.rows if row.values is not None)
    assert dict(zip(row.names, row.cells, strict=True))["confidentiality"] == "restricted"


def test_what_a_long_table_carries_is_read_for_reports_only(folder):
    text = "project;criterion;level;funding/1/amount;funding/1/year;summary\n"
    given = f"{text}x;ampleur;1;12 500,50 $;2026;Un texte\nx;plan;1;;;\n".encode()
    found = folder.score("t.csv", given, carries=True)
    row = next(row for row in found.rows if row.values is not None)
    cells = dict(zip(row.names, row.cells, strict=True))
    assert (cells["funding/1/amount"], cells["summary"]) == ("12500.50", "Un texte")
    bare = folder.score("t.csv", given)
    names = next(row for row in bare.rows if row.values is not None).names
    assert "summary" not in names
