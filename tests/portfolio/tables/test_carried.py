"""What no score reads: money, years, aims, who may read. Nothing is guessed, nothing is lost."""

from fractions import Fraction

import pytest
from tests.portfolio.tables.carried import CELLS, EVERY_DAMAGE, EVERYBODY, FORMATS, as_csv, changed

import scalecheck as sc
from scalecheck.model.language import Language
from scalecheck.model.project import Confidentiality


def read(folder, name, content):
    path = folder.path / name
    path.write_bytes(content)
    found = sc.read_portfolio([path], sc.PortfolioOptions(rubric=str(folder.rubric)))
    members = {one.id: one._replace(source="") for one in found.members}
    return members, {one.problem.code for one in found.refused}, [r.place for r in found.refused]


@pytest.fixture(scope="module")
def clean(tmp_path_factory):
    from tests.portfolio.samples import Folder

    folder = Folder(tmp_path_factory.mktemp("clean"))
    return {name: read(folder, name, write())[0] for name, write in FORMATS.items()}


def test_there_are_a_hundred_of_them():
    assert len(EVERY_DAMAGE) > 100


@pytest.mark.parametrize("name", FORMATS)
def test_what_a_table_carries_reaches_the_report_whatever_its_shape(folder, clean, name):
    found = clean[name]
    first, second, third = (found[project] for project in ("q1", "q2", "q3"))
    wanted = [(2027, Fraction("12500.5"), "CAD", "pilot"), (2028, Fraction(700), "CAD", "")]
    assert [one[:4] for one in first.funding] == wanted
    assert first.supporters[0].functions == ("spot", "promote")
    assert (first.confidentiality, second.language) == (Confidentiality.PUBLIC, Language.EN)
    assert [one.year for one in first.milestones] == [2030]
    assert (third.funding, third.confidentiality) == ((), Confidentiality.INTERNAL)


@pytest.mark.parametrize(("file", "column", "value", "code"), EVERY_DAMAGE)
def test_a_damage_refuses_its_project_and_changes_no_other(
    folder, clean, file, column, value, code
):
    members, codes, places = read(folder, file, FORMATS[file](changed(column, value)))
    assert codes == {code}
    assert members == {name: clean[file][name] for name in EVERYBODY - {"q2"}}
    assert all(places)


@pytest.mark.parametrize(("column", "value", "code"), CELLS)
def test_a_score_reads_none_of_it(folder, column, value, code):
    found = folder.score("t.csv", as_csv(changed(column, value)))
    assert found.errors == []
    assert set(found.values) == EVERYBODY


AMOUNTS = {
    "12 500,50 $": "12500.5",
    "12\u00a0500,50\u00a0$": "12500.5",
    "12\u202f500,5": "12500.5",
    "12,500.50": "12500.5",
    "12.500,50": "12500.5",
    "$12,500.50": "12500.5",
    "1,234,567": "1234567",
    "1 234 567": "1234567",
    "12’500.50": "12500.5",
    "US$ 900": "900",
    "900 USD": "900",
    "900 dollars": "900",
    "0,125": "0.125",
    "1234,567": "1234.567",
    "0": "0",
}


@pytest.mark.parametrize("text", AMOUNTS)
def test_an_amount_is_read_as_people_write_it(folder, text):
    members, codes, _ = read(folder, "t.csv", as_csv(changed("funding/1/amount", text)))
    assert codes == set()
    assert members["q2"].funding[0].amount == Fraction(AMOUNTS[text])


@pytest.mark.parametrize(
    ("column", "text", "fact", "wanted"),
    [
        ("language", "FR", "language", Language.FR),
        ("language", "Français", "language", Language.FR),
        ("language", "Anglais", "language", Language.EN),
        ("confidentiality", "Restreinte", "confidentiality", Confidentiality.RESTRICTED),
        ("confidentiality", "confidentiel", "confidentiality", Confidentiality.RESTRICTED),
        ("confidentiality", " PUBLIQUE ", "confidentiality", Confidentiality.PUBLIC),
        ("confidentiality", "", "confidentiality", Confidentiality.INTERNAL),
    ],
)
def test_a_word_is_read_in_both_languages(folder, column, text, fact, wanted):
    members, codes, _ = read(folder, "t.csv", as_csv(changed(column, text)))
    assert codes == set()
    assert getattr(members["q2"], fact) == wanted


@pytest.mark.parametrize(
    ("column", "text", "fact", "wanted"),
    [
        ("funding/1/status", "Refusé", "status", "refused"),
        ("funding/1/for", "Mise à l’échelle", "purpose", "scaling"),
        ("funding/1/to", "Adopter settings", "recipient", "settings"),
        ("funding/1/currency", "usd", "currency", "USD"),
        ("funding/1/currency", "", "currency", "CAD"),
        ("funding/1/year", "2026,0", "year", 2026),
    ],
)
def test_a_line_of_money_is_read_by_the_closed_lists(folder, column, text, fact, wanted):
    members, codes, _ = read(folder, "t.csv", as_csv(changed(column, text)))
    assert codes == set()
    assert getattr(members["q2"].funding[0], fact) == wanted


def test_an_amount_without_any_column_of_years_is_refused_at_its_cell(folder):
    _, codes, places = read(folder, "t.csv", b"id;ampleur;funding/1/amount\nx;1;500\ny;2;\n")
    assert (codes, places) == ({"table-amount-without-year"}, ["2"])


def test_a_number_of_a_column_that_no_table_has_is_not_read(folder):
    name = "milieux/" + "9" * 5_000 + "/title"
    members, codes, _ = read(folder, "t.csv", f"id;ampleur;{name}\nx;1;Lac\n".encode())
    assert (set(members), codes) == ({"x"}, set())


def test_a_project_that_two_rows_finance_differently_is_refused(folder):
    long = FORMATS["long.csv"]().decode().splitlines()
    head = long[0].split(";")
    again = ["q1", "plan", "1", "", *[""] * (len(head) - 4)]
    again[head.index("funding/1/amount")] = "9"
    _, codes, _ = read(folder, "t.csv", "\n".join([*long, ";".join(again)]).encode())
    assert codes == {"table-answer-twice"}
