"""French and English are equal: no word of one is left in a report in the other."""

import re
import tomllib

import pytest
from tests.report.examples import NAMES, read_example
from tests.report.views import EN, FORMATS, FR, page, view_of

from scalecheck.language.catalogue import FOLDER
from scalecheck.language.typography import typeset
from scalecheck.model.text import Text
from scalecheck.report.view.phrase import clean


def texts_in(value):
    """Every bilingual text of a model."""
    if isinstance(value, Text):
        yield value
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from texts_in(getattr(value, name))
    elif isinstance(value, dict):
        for one in value.values():
            yield from texts_in(one)
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_in(one)


def words_of(language):
    """The words of the catalogue that hold no placeholder and are long enough to be told apart."""
    table = tomllib.loads((FOLDER / language / "report.toml").read_text(encoding="utf-8"))
    waiting, found = [table], []
    while waiting:
        for value in waiting.pop().values():
            waiting += [value] if isinstance(value, dict) else []
            found += [value] if isinstance(value, str) else []
    return {text for text in found if "{" not in text and len(text) > 14}


def lines_of(found):
    """What a report may print in either language: what the project says, titles."""
    texts = [flat(v) for text in texts_in(found.project) for v in (text.fr, text.en) if v]
    one = found.snapshot.assessor
    by = (line for line in (one.role, one.organization, one.reader) if line)
    reasons = (fact.reason for fact in found.facts.values() if fact.reason)
    titles = (source.title for source in found.rubric.sources)
    return [*texts, *map(flat, (*by, *reasons, *titles))]


def flat(text):
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ").replace("\u2060", ""))


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("language", "other"), [(FR, EN), (EN, FR)])
def test_no_word_of_the_other_language_is_left(name, format, language, other):
    found, _ = read_example(name)
    rubric = {
        typeset(clean(getattr(text, other.value) or ""), other)
        for text in texts_in(found.rubric)
        if getattr(text, other.value) != getattr(text, language.value)
    }
    own = flat(page(view_of(name, language), format))
    said = {flat(words) for words in {*rubric, *words_of(other)} if len(words) > 14}
    allowed = " | ".join([*lines_of(found), *map(flat, words_of(language))])
    assert [words for words in said if words in own and words not in allowed] == []


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", [FR, EN])
def test_no_key_and_no_none_is_printed(format, language):
    for name in NAMES:
        text = page(view_of(name, language), format)
        body = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
        assert not re.search(r"\b(None|Undefined|report\.[a-z]+\.[a-z]+)\b", body)
        assert "Phrase(" not in body and "StrEnum" not in body
