"""Cells as people write them: what each is read as, and what is refused with its reason."""

import pytest
from tests.portfolio.samples import RUBRIC

import scalecheck as sc
from scalecheck.api.loading import load_vocabularies
from scalecheck.api.portfolio_words import table_words
from scalecheck.portfolio.mapping.columns import Instrument, reader_of
from scalecheck.portfolio.mapping.reading import MisreadCell, Reader
from scalecheck.source.document import parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

INSTRUMENT = Instrument(
    build(parse(RUBRIC.encode(), "petite"), kind_named("rubric")).value,
    load_vocabularies(),
    table_words(),
)


def reader(column, values=None):
    found = INSTRUMENT.layout.read(column)
    return reader_of(INSTRUMENT, found, values)


LEVELS = {
    "2": "2",
    " 2 ": "2",
    "2.0": "2",
    "2,0": "2",
    "02": "2",
    "+2": "2",
    "amorce": "1",
    "Amorcé": "1",
    "AMORCE": "1",
    "structuré": "2",
    "Proven": "3",
    "3 – Éprouvé": "3",
    "3. éprouvé": "3",
    "3 = Proven": "3",
    "1..3": "1..3",
    "1…3": "1..3",
    "1...3": "1..3",
    "1 - 3": "1..3",
    "1–3": "1..3",
    "1 à 3": "1..3",
    "amorcé à éprouvé": "1..3",
    "2..2": "2",
    "?": "unknown",
    "Inconnu": "unknown",
    "unknown": "unknown",
    "n/a": "n/a",
    "S. O.": "n/a",
    "sans\u00a0objet": "n/a",
    "": "",
    "   ": "",
    "\u00a0": "",
}


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_is_read_as_people_write_it(text):
    assert reader("ampleur")[text] == LEVELS[text]


REFUSED = {
    "7": "level-outside-scale",
    "2 – Éprouvé": "table-not-a-level",
    "1..9": "table-not-a-level",
    "3..1": "between-reversed",
    "amorcer un peu": "table-not-a-level",
    "NaN": "not-a-number",
    "#N/D": "table-error-cell",
}


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_level_is_refused_with_its_reason(text):
    found = reader("ampleur")
    assert found[text] is None
    assert found.why(text).code == REFUSED[text]


def test_a_word_near_a_level_is_suggested():
    assert dict(reader("ampleur").why("Strcturé").facts)["near"] == "2"


def test_the_words_of_a_mapping_come_first():
    found = reader("ampleur", {"Oui": "3", "Non": "0", "Partiel": "1..2", "Amorcé": "2"})
    given = [found[text] for text in ("oui", "NON", "partiel", "Amorcé", "2")]
    assert given == ["3", "0", "1..2", "2", "2"]


@pytest.mark.parametrize(
    ("column", "text", "wanted"),
    [
        ("ampleur.grade", "Documentée", "documented"),
        ("ampleur.grade", "aucune", ""),
        ("ampleur.count", "2.0", "2"),
        ("ampleur.dated", "2026-10-15 00:00:00", "2026-10-15"),
        ("sante", "Oui", "yes"),
        ("sante", "faux", "no"),
        ("sector", "Santé", "sante"),
        ("territory", "2", "02"),
        ("territory", "2|Montréal", "02|06"),
        ("territory", "02; 03", "02|03"),
        ("clientele", "Familles, Jeunes de 15 à 35 ans", "familles|jeunes"),
        ("milieux/4/usage", "Éprouvé", "3"),
        ("milieux/2/id", "CPE de l’Anse", "CPE de l’Anse"),
        ("title", "  Un titre\u00a0: deux ", "Un titre\u00a0: deux"),
        ("id", " A\u00a012 ", "A 12"),
    ],
)
def test_every_kind_of_column_is_read_as_people_write_it(column, text, wanted):
    assert reader(column)[text] == wanted


SHARES = {
    "0 %": "0",
    "15%": "0",
    "15,1\u00a0%": "1",
    "50 %": "1",
    "50.5%": "2",
    "100 %": "3",
    "20 % à 60 %": "1..2",
    "largement réalisé": "2",
}


@pytest.mark.parametrize("text", SHARES)
def test_a_share_is_read_as_the_level_whose_bound_it_passes(text):
    instrument = INSTRUMENT._replace(rubric=sc.load_rubric("trl"))
    column = instrument.layout.read("fonction-critique")
    assert reader_of(instrument, column)[text] == SHARES[text]
    assert reader("ampleur")[text] is None  # its scale says nothing of shares


def test_what_is_read_is_remembered_but_not_without_bound():
    found = reader("ampleur")
    for number in range(6_000):
        assert found[f"x{number}"] is None
    assert len(found) <= 5_000


def test_what_is_wrong_with_a_text_is_found_once():
    asked = []

    def read(text):
        asked.append(text)
        raise MisreadCell("not-a-number", got=text)

    found = Reader(read, {})
    for _ in range(3):
        assert found["x"] is None
        assert found.why("x").code == "not-a-number"
    assert asked == ["x"]
