"""What an editor shows of a document: words for every object and key, in both languages."""

import re
from copy import deepcopy
from functools import cache

import pytest
from jsonschema import Draft202012Validator

from scalecheck.language.catalogue import UnknownKeyError, _read, has, say
from scalecheck.language.typography import typeset
from scalecheck.model.language import Language
from scalecheck.model.schema import MODELS, json_schema
from scalecheck.report.schema_words import _BARE, say_schema
from scalecheck.source.document import parse

KINDS = sorted(MODELS)
TABLES = ("object", "object-of", "field", "field-of", "choice", "choice-of")
# Words that French and English share.
COGNATES = {
    "Ambition",
    "Condition",
    "Description",
    "Dimension",
    "Dimensions",
    "Effort",
    "Expertise",
    "Format",
    "Licence",
    "Note",
    "Notes",
    "Permission",
    "Plans",
    "Question",
    "Score",
    "Source",
    "Sources",
    "Test",
    "Tests",
    "Version",
}

each_kind = pytest.mark.parametrize("kind", KINDS)


@cache
def said(kind):
    return say_schema(json_schema(kind))


def objects(kind):
    """Every object of a schema by its name, the document itself included."""
    yield MODELS[kind].__name__, said(kind)
    yield from said(kind)["$defs"].items()


def keys(kind):
    """Every key of every object: the object, the key, what it holds."""
    for name, body in objects(kind):
        for form in (body, *body.get("anyOf", ())):
            for field, shape in form.get("properties", {}).items():
                yield name, field, shape


EVERY_KEY = [(kind, *key) for kind in KINDS for key in keys(kind)]


def words(language, table=(), path=()):
    """Every text of the catalogue, by its path."""
    for key, value in (table or _read("schema", language)).items():
        if isinstance(value, str):
            yield (*path, key), value
        else:
            yield from words(language, value, (*path, key))


def tables():
    """Every table that holds a title and a text."""
    return sorted({path[:-1] for path, _ in words(Language.FR) if path[0][:6] != "choice"})


def both(path, mark):
    told = [say(".".join(("schema", *path)), language) for language in Language]
    return mark.join(dict.fromkeys(told))


@each_kind
def test_every_object_has_a_title_and_a_description_in_both_languages(kind):
    for name, body in objects(kind):
        if name not in _BARE:
            assert " · " in body["title"] or body["title"] in COGNATES, name
            assert body["description"].count(" / ") == 1, name


def test_every_key_has_a_title_and_a_description_in_both_languages():
    assert len(EVERY_KEY) > 400
    for kind, name, field, shape in EVERY_KEY:
        place = f"{kind}: {name}.{field}"
        assert " · " in shape["title"] or shape["title"] in COGNATES, place
        assert shape["description"].count(" / ") == 1, place


def test_french_comes_first():
    criterion = said("rubric")["$defs"]["Criterion"]
    assert criterion["title"] == "Critère · Criterion"
    assert criterion["properties"]["weight"]["title"] == "Poids · Weight"


def test_a_key_that_means_two_things_has_two_descriptions():
    told = {shape["description"] for *_, field, shape in EVERY_KEY if field == "levels"}
    assert len(told) == 3


def test_an_object_that_means_two_things_has_two_titles():
    named = {said(kind)["$defs"]["Case"]["title"] for kind in ("rubric", "rubric-test")}
    assert named == {"Condition", "Cas · Case"}


def test_an_operator_says_what_it_computes():
    for *_, name, field, shape in EVERY_KEY:
        if field == "op":
            measure = said("rubric")["$defs"][name]
            assert (shape["title"], shape["description"]) == (
                measure["title"],
                measure["description"],
            )


def enumerations(shape):
    if isinstance(shape, dict):
        if "enum" in shape:
            yield shape
        for key, part in shape.items():
            if key != "propertyNames":
                yield from enumerations(part)
    if isinstance(shape, list):
        for part in shape:
            yield from enumerations(part)


def test_every_choice_has_its_words():
    told = [(field, one) for _, _, field, shape in EVERY_KEY for one in enumerations(shape)]
    chosen = [(field, one) for field, one in told if one["enum"][:2] != ["yes", "no"]]
    assert len(chosen) > 20
    for field, one in chosen:
        assert len(one["enumDescriptions"]) == len(one["enum"]), field


def test_the_same_word_may_mean_two_things():
    defined = said("rubric")["$defs"]
    direction, rounding = (
        dict(zip(shape["enum"], shape["enumDescriptions"], strict=True))
        for shape in (
            defined["Scale"]["properties"]["direction"],
            defined["Display"]["properties"]["rounding"],
        )
    )
    assert direction["down"] != rounding["down"]


# An editor shows the innermost words it finds for a place.


@each_kind
def test_what_is_also_written_short_keeps_its_words_above_both_forms(kind):
    for name, body in said(kind)["$defs"].items():
        for form in body.get("anyOf", ()):
            assert "title" not in form, name
            assert "description" not in form, name


@each_kind
def test_names_and_plain_texts_leave_the_words_to_their_key(kind):
    for name in _BARE:
        body = said(kind)["$defs"].get(name, {})
        assert not {"title", "description"} & body.keys()


def test_one_or_a_list_is_told_the_same_way():
    asked = said("rubric")["$defs"]["Criterion"]["properties"]["applies_when"]
    assert asked["anyOf"][0]["$ref"] == "#/$defs/Case"
    assert asked["anyOf"][0]["title"] == asked["title"] == "Se pose quand · Applies when"


# Nothing else changes.


def bare(schema):
    """A schema without its words; a key of a document may itself be called `title`."""
    if isinstance(schema, list):
        return [bare(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    told = {"title", "description", "enumDescriptions"}
    spoken = {k for k in told & schema.keys() if k[0] == "e" or isinstance(schema[k], str)}
    return {key: bare(part) for key, part in schema.items() if key not in spoken}


@each_kind
def test_only_words_are_added(kind):
    assert bare(said(kind)) == bare(json_schema(kind))


@each_kind
def test_the_schema_given_is_left_alone(kind):
    drawn = json_schema(kind)
    kept = deepcopy(drawn)
    say_schema(drawn)
    assert drawn == kept


def test_an_object_without_words_is_refused():
    drawn = json_schema("call")
    drawn["$defs"]["Nameless"] = {"type": "object"}
    with pytest.raises(UnknownKeyError):
        say_schema(drawn)


def test_a_key_without_words_is_refused():
    drawn = json_schema("call")
    drawn["$defs"]["Gate"]["properties"]["nameless"] = {"type": "object"}
    with pytest.raises(UnknownKeyError):
        say_schema(drawn)


# The words themselves.


def test_both_languages_say_the_same_things():
    french, english = ([path for path, _ in words(one)] for one in Language)
    assert french == english


def test_no_words_are_left_unused():
    shown = set()
    for kind in KINDS:
        for name, body in objects(kind):
            document = MODELS[kind].__name__
            told = (body.get("title"), body.get("description"))
            shown |= {("object", name, *told), ("object-of", document, name, *told)}
    for _, name, field, shape in EVERY_KEY:
        told = (shape["title"], shape["description"])
        shown |= {("field", field, *told), ("field-of", name, field, *told)}
    for path in tables():
        assert (*path, both((*path, "title"), " · "), both((*path, "text"), " / ")) in shown, path


def test_no_choice_is_left_unused():
    told = [(field, one) for _, _, field, shape in EVERY_KEY for one in enumerations(shape)]
    shown = {text for _, one in told for text in one.get("enumDescriptions", ())}
    for path, _ in words(Language.FR):
        assert path[0] in TABLES
        assert path[0][:6] != "choice" or both(path, " / ") in shown, path


def test_words_that_replace_others_differ_from_them():
    for path in tables():
        if path[0] == "field-of" and has(f"schema.field.{path[-1]}.title", Language.FR):
            assert both((*path, "text"), " / ") != both(("field", path[-1], "text"), " / "), path


def test_french_differs_from_english_except_for_cognates():
    english = dict(words(Language.EN))
    for path, text in words(Language.FR):
        assert text != english[path] or text in COGNATES, path


def test_no_cognate_is_listed_for_nothing():
    english = dict(words(Language.EN))
    assert {text for path, text in words(Language.FR) if text == english[path]} == COGNATES


@pytest.mark.parametrize("language", Language)
def test_words_are_typeset_and_short(language):
    for path, text in words(language):
        assert typeset(text, language) == text, path
        assert " / " not in text, path
        if path[-1] == "title":
            assert len(text) <= 40, path
            assert not text.endswith("."), path
        else:
            assert len(text) <= 160, path
            assert text.endswith((".", "».", "…")), path


# Whole examples, between backquotes, are what one may write there.

EXAMPLE = re.compile(r"`([{\[][^`]*)`")


def examples():
    for kind, name, field, shape in EVERY_KEY:
        for text in EXAMPLE.findall(shape["description"]):
            yield kind, f"{name}.{field}", shape, text
    for kind in KINDS:
        for name, body in objects(kind):
            for text in EXAMPLE.findall(body.get("description", "")):
                yield kind, name, body, text


def typed(data):
    if isinstance(data, dict):
        return {key: typed(value) for key, value in data.items()}
    if isinstance(data, tuple):
        return [typed(value) for value in data]
    return int(data) if data.isdecimal() else str(data)


def refusals(kind, shape, text):
    document = parse(f"example: {text}\n".encode(), "example")
    schema = {**shape, "$defs": said(kind)["$defs"]}
    value = typed(document.data["example"])
    yield from map(str, document.diagnostics)
    yield from (error.message for error in Draft202012Validator(schema).iter_errors(value))


def test_every_whole_example_is_accepted_where_it_is_given():
    found = list(examples())
    assert len(found) > 100
    refused = [(place, text, *refusals(kind, shape, text)) for kind, place, shape, text in found]
    assert [told for told in refused if len(told) > 2] == []
