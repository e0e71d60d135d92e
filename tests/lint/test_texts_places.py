"""Where the texts of a document stand: the keys that hold one, and what is no text."""

import importlib
import inspect
import pkgutil

import pytest

import scalecheck.model
from scalecheck.lint.finder import Finder
from scalecheck.lint.subject import Subject
from scalecheck.lint.text_places import (
    LINE_KEYS,
    TEXT_KEYS,
    TEXT_MAPS,
    languages_of,
    sayings,
)
from scalecheck.model.marks import Declared
from scalecheck.source.document import parse
from scalecheck.source.shelf import Shelf


def gather(text):
    document = parse(text.encode(), "f.yaml")
    return sayings(Subject(document, None, Finder(Shelf()), is_sound=False))


def models():
    for found in pkgutil.iter_modules(scalecheck.model.__path__):
        module = importlib.import_module(f"scalecheck.model.{found.name}")
        for _, one in inspect.getmembers(module, inspect.isclass):
            if issubclass(one, Declared) and one.__module__ == module.__name__:
                yield one


def keys_of_texts():
    for model in models():
        for name, field in model.model_fields.items():
            if "text.Text" in str(field.annotation):
                yield field.alias or name, "Mapping" in str(field.annotation)


def test_every_key_of_a_text_is_known():
    assert {key for key, is_map in keys_of_texts() if not is_map} <= TEXT_KEYS
    assert {key for key, is_map in keys_of_texts() if is_map} == TEXT_MAPS


def test_no_key_is_known_that_no_model_has():
    every = {field.alias or name for m in models() for name, field in m.model_fields.items()}
    assert every >= TEXT_KEYS | LINE_KEYS


def test_a_pair_gives_two_texts_and_a_bare_text_one():
    found = gather("languages: fr\na: {title: x, b: {fr: y, en: z}}\n")
    assert [(s.path, s.words, s.language) for s in found.said] == [
        (("a", "title"), "x", "fr"),
        (("a", "b", "fr"), "y", "fr"),
        (("a", "b", "en"), "z", "en"),
    ]
    assert [(p.path, p.fr, p.en) for p in found.pairs] == [(("a", "b"), "y", "z")]


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("languages: [fr, en]", ("fr", "en")),
        ("languages: en", ("en",)),
        ("language: en", ("en",)),
        ("languages: [xx]", ("fr",)),
        ("languages: {a: b}", ("fr",)),
        ("a: b", ("fr",)),
    ],
)
def test_the_declared_languages(text, languages):
    assert languages_of(parse(text.encode(), "f").data) == languages


def test_titles_of_sources_are_in_no_known_language():
    found = gather("language: fr\nsources: [{id: a, title: The state, notes: {fr: b}}]\n")
    assert [(s.words, s.language) for s in found.said] == [("The state", None), ("b", "fr")]


def test_the_keys_of_an_author_are_left():
    assert gather("x-note: {fr: a}\nb: {x-title: {fr: c}, note: d}\n").said[0].words == "d"


def test_a_key_that_means_something_else_elsewhere_is_a_text_under_its_parent_only():
    found = gather("a: {source: {id: x, at: p. 3}}\nb: {at: 2, where: {role: x}}\n")
    assert [s.path for s in found.said] == [("a", "source", "at")]
    assert (("b", "at"), "2") in found.others


def test_a_text_that_is_no_text_counts_as_written():
    (pair,) = gather("a: {fr: [x], en: y}\n").pairs
    assert (pair.fr, pair.en, pair.written) == (None, "y", {"fr", "en"})
