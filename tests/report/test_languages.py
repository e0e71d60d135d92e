"""French and English are equal: no word of one is left in a report in the other."""

import re
import tomllib

import pytest
from tests.report.examples import NAMES, ROOT, read_example
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
    project = {flat(str(v)) for t in texts_in(found.project) for v in (t.fr, t.en) if v}
    for words in {*(w for w in rubric if len(w) > 14), *words_of(other)}:
        if not any(flat(words) in text for text in project) and words not in words_of(language):
            assert flat(words) not in own


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("language", [FR, EN])
def test_no_key_and_no_none_is_printed(format, language):
    for name in NAMES:
        text = page(view_of(name, language), format)
        body = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
        assert not re.search(r"\b(None|Undefined|report\.[a-z]+\.[a-z]+)\b", body)
        assert "Phrase(" not in body and "StrEnum" not in body


def test_the_rubrics_of_the_examples_are_bilingual():
    assert {path.name for path in (ROOT / "rubrics").glob("*.yaml")} >= {
        "is-echelle.yaml",
        "trl.yaml",
    }
