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
    files = sorted((FOLDER / language).glob("*.toml"))
    tables = {file.stem: tomllib.loads(file.read_text(encoding="utf-8")) for file in files}
    return {key: value for name, table in tables.items() for key, value in leaves(table, name)}


def forms(value):
    return value if isinstance(value, dict) else {"": value}


def placeholders(value):
    parts = [part for text in forms(value).values() for part in Formatter().parse(text)]
    return {name for _, name, _, _ in parts if name is not None}


WORDS = {language: read(language) for language in Language}
FRENCH, ENGLISH = WORDS[Language.FR], WORDS[Language.EN]
EVERY = [(language, key) for language in Language for key in WORDS[language]]
SHARED = sorted(FRENCH.keys() & ENGLISH.keys())


def test_both_languages_have_the_same_files():
    assert [f.name for f in sorted((FOLDER / "fr").iterdir())] == [
        f.name for f in sorted((FOLDER / "en").iterdir())
    ]


def test_both_languages_have_the_same_keys_in_the_same_order():
    assert list(FRENCH) == list(ENGLISH)


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_no_text_is_empty_or_padded(language, key):
    for text in forms(WORDS[language][key]).values():
        assert isinstance(text, str)
        assert text == text.strip() != ""


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_plurals_have_both_forms_and_nothing_else(language, key):
    assert set(forms(WORDS[language][key])) in ({""}, set(PLURAL_FORMS))


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_placeholders_are_plain_names(language, key):
    for text in forms(WORDS[language][key]).values():
        for _, name, form, conversion in Formatter().parse(text):
            assert name is None or (name.isidentifier() and not form and conversion is None)


@pytest.mark.parametrize("key", SHARED)
def test_both_languages_have_the_same_forms_and_placeholders(key):
    assert forms(FRENCH[key]).keys() == forms(ENGLISH[key]).keys()
    assert placeholders(FRENCH[key]) == placeholders(ENGLISH[key])


@pytest.mark.parametrize(("language", "key"), EVERY)
def test_typography_is_that_of_the_language(language, key):
    for text in forms(WORDS[language][key]).values():
        assert text == typeset(text, language)


@pytest.mark.parametrize("key", SHARED)
def test_french_and_english_differ_unless_allowed(key):
    assert (FRENCH[key] == ENGLISH[key]) == (key in SAME_IN_BOTH)


def test_the_words_allowed_to_be_the_same_exist():
    assert set(SHARED) >= SAME_IN_BOTH
