"""What every word of the catalogue must satisfy, in both languages at once."""

import tomllib
from string import Formatter

import pytest

from scalecheck.language.catalogue import FOLDER, PLURAL_FORMS
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language

# Words that French and English really share.
SAME_IN_BOTH = {
    "cli.kind.date",
    "cli.placeholder.options",
    "cli.placeholder.sources",
    "fund.brief.total",
    "fund.cohort.at-level",
    "fund.column.herfindahl",
    "fund.currency.CAD",
    "fund.dashboard.total",
    "fund.nearly-all",
    "fund.overlap.with",
    "fund.under-one",
    "markdown_form.field.note",
    "markdown_form.record.code",
    "markdown_form.record.date",
    "markdown_form.record.note",
    "xlsform.fact.placed",
    "xlsform.field.note",
    "xlsform.instance.place",
    "xlsform.last.level",
    "xlsform.level.bare",
    "xlsform.question.ask",
    "xlsform.question.placed",
    "xlsform.question.title",
    "xlsform.record.dated",
    "xlsform.record.title",
    "report.box.possible",
    "report.gate.possible",
    "report.level.possible.label",
    "report.money.total",
    "report.strategy.possible",
    "rubric.list.version",
}


def leaves(table, path):
    for key, value in table.items():
        if isinstance(value, dict) and value.keys() & PLURAL_FORMS == set():
            yield from leaves(value, f"{path}.{key}")
        else:
            yield f"{path}.{key}", value


def read(language):
    """The words of a language by table, then by key; a folder of tables is one family of keys."""
    folder = FOLDER / language
    files = sorted(folder.rglob("*.toml"))
    return {
        str(file.relative_to(folder)): dict(
            leaves(tomllib.loads(file.read_text(encoding="utf-8")), family(file, folder))
        )
        for file in files
    }


def family(file, folder):
    return file.stem if file.parent == folder else file.parent.name


def forms(value):
    return value if isinstance(value, dict) else {"": value}


def placeholders(value):
    parts = [part for text in forms(value).values() for part in Formatter().parse(text)]
    return {name for _, name, _, _ in parts if name is not None}


WORDS = {language: read(language) for language in Language}
FRENCH, ENGLISH = WORDS[Language.FR], WORDS[Language.EN]
TABLES = sorted(FRENCH)
EVERY = [(language, table) for language in Language for table in TABLES]


def texts(language, table):
    """Every text of a table, with its key."""
    for key, value in WORDS[language][table].items():
        for text in forms(value).values():
            yield key, text


def test_both_languages_have_the_same_tables():
    assert list(FRENCH) == list(ENGLISH)


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_have_the_same_keys_in_the_same_order(table):
    assert list(FRENCH[table]) == list(ENGLISH[table])


@pytest.mark.parametrize(("language", "table"), EVERY)
def test_no_text_is_empty_or_padded(language, table):
    assert not [key for key, text in texts(language, table) if not text or text != text.strip()]


@pytest.mark.parametrize(("language", "table"), EVERY)
def test_plurals_have_both_forms_and_nothing_else(language, table):
    for key, value in WORDS[language][table].items():
        assert set(forms(value)) in ({""}, set(PLURAL_FORMS)), key


@pytest.mark.parametrize(("language", "table"), EVERY)
def test_placeholders_are_plain_names(language, table):
    for key, text in texts(language, table):
        for _, name, form, conversion in Formatter().parse(text):
            is_plain = name is None or (name.isidentifier() and not form and conversion is None)
            assert is_plain, key


@pytest.mark.parametrize("table", TABLES)
def test_both_languages_have_the_same_forms_and_placeholders(table):
    for key, french in FRENCH[table].items():
        english = ENGLISH[table][key]
        assert forms(french).keys() == forms(english).keys(), key
        assert placeholders(french) == placeholders(english), key


@pytest.mark.parametrize(("language", "table"), EVERY)
def test_typography_is_that_of_the_language(language, table):
    wrong = {k: t for k, t in texts(language, table) if t != typeset(t, language)}
    assert wrong == {}


@pytest.mark.parametrize("table", TABLES)
def test_french_and_english_differ_unless_allowed(table):
    same = {key for key, french in FRENCH[table].items() if french == ENGLISH[table][key]}
    allowed = {key for key in SAME_IN_BOTH if key in FRENCH[table]}
    if table != "schema.toml":  # its own test lists the words that the two languages share
        assert same == allowed


def test_the_words_allowed_to_be_the_same_exist():
    assert {key for table in FRENCH.values() for key in table} >= SAME_IN_BOTH
