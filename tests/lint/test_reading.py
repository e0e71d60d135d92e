"""The rules about reading, one by one, where their cases do not say enough."""

import pytest
import yaml

from scalecheck.lint.finder import Finder
from scalecheck.lint.rules.reading import READING
from scalecheck.lint.subject import Subject
from scalecheck.source.document import parse
from scalecheck.source.repair import repair
from scalecheck.source.shelf import Shelf

RULES = {rule.code: rule for rule in READING}


def look(code, text):
    document = parse(text.encode(), "f.yaml")
    assert document.root is not None, document.diagnostics
    subject = Subject(document, None, Finder(Shelf()), is_sound=False)
    return list(RULES[code].find(subject))


def facts(code, text):
    return [dict(one.facts) for one in look(code, text)]


def fixed(code, text):
    document = parse(text.encode(), "f.yaml")
    return repair(document, [document.edits(one.repair) for one in look(code, text)]).text


# --- what other readers make of a text

KEPT = "no No NO yes true False on ON off y N 0755 08 1:30 1_000 5.10 1.0 .5 5. 0x1F 0o17 1e3 .inf"


@pytest.mark.parametrize("written", [*KEPT.split(), "2026-10-15", "+5"])
def test_a_text_that_others_read_otherwise_is_found_and_quoted(written):
    assert [one["got"] for one in facts("ambiguous-scalar", f"title: {written}\n")] == [written]
    after = fixed("ambiguous-scalar", f"title: {written} # note\n")
    assert after == f'title: "{written}" # note\n'
    assert yaml.safe_load(after)["title"] == written


@pytest.mark.parametrize(
    "written",
    [
        "5",
        "42",
        "-3",
        "1.5",
        "0.25",
        "2026",
        "2026-10",
        "0",
        "01h",
        "0.1.0",
        "12h30",
        "10%",
        "a",
        "no.",
    ],
)
def test_a_text_that_all_read_alike_is_not(written):
    assert look("ambiguous-scalar", f"title: {written}\n") == []


def test_a_value_that_is_not_there_is_nothing_else():
    assert look("ambiguous-scalar", "title:\nanchors:\n  1:\n") == []


@pytest.mark.parametrize("written", KEPT.split())
def test_what_is_between_quotes_is_not(written):
    assert look("ambiguous-scalar", f'title: "{written}"\n') == []


@pytest.mark.parametrize(
    "text",
    [
        "weight: 0.50\n",
        "threshold: 70%\n",
        "value: 1.0\n",
        "date: 2026-10-15\n",
        "monotone: no\n",
        "values: [yes, no]\n",
        "when: {sur-place: yes}\n",
        "territory: [02]\n",
        "answers: {a: {not_applicable: yes}}\n",
        "requires: {ampleur: 1.50}\n",
        "x-own: {title: No}\n",
    ],
)
def test_numbers_flags_dates_and_references_stay_as_they_are(text):
    assert look("ambiguous-scalar", text) == []


@pytest.mark.parametrize("text", ["id: 08\n", "id: 2026-10-15\n", "id: on\n", "a: [on]\n"])
def test_an_identifier_that_others_read_otherwise_is_found(text):
    assert len(look("ambiguous-scalar", text)) == 1


@pytest.mark.parametrize(
    ("written", "becomes"),
    [
        ("No", "false"),
        ("5.10", "5.1"),
        ("08", "8"),
        ("0755", "493"),
        ("1:30", "90"),
        ("1_000", "1000"),
    ],
)
def test_what_it_becomes_is_said(written, becomes):
    assert facts("ambiguous-scalar", f"title: {written}\n")[0]["becomes"] == becomes


# --- comments and lists


@pytest.mark.parametrize("text", ["title: Projet #2\n", "title: Le projet  #pilote 3\n"])
def test_a_text_cut_by_a_sign_is_found(text):
    assert len(look("text-cut-by-hash", text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "title: Projet # 2\n",
        "title: Projet#2\n",
        'title: "Projet #2"\n',
        "weight: 2 #deux\n",
        "#titre\ntitle: Projet\n",
        "title: Projet ##\n",
        "title: Projet #scalecheck: ignore[a-b] raison\n",
    ],
)
def test_a_comment_is_a_comment(text):
    assert look("text-cut-by-hash", text) == []


@pytest.mark.parametrize(
    "text",
    [
        "a: [2,4]\n",
        "a: [0,5]\n",
        "a: [1, 2, 3]\n",
        "a: [1,2,3,4]\n",
        '# [0,25, 0,75]\na: "[0,25, 0,75]"\n',
        "a: [x,1, y,2]\n",
    ],
)
def test_a_list_of_whole_numbers_is_one(text):
    assert look("decimal-comma-in-list", text) == []


def test_a_list_with_decimal_commas_is_found():
    (one,) = look("decimal-comma-in-list", "a:\n  - b: [ 0,25 , 0,5, 1,75 ]\n")
    assert one.path == ("a", 0, "b")
    assert dict(one.facts)["better"] == "[0.25, 0.5, 1.75]"


# --- what cannot be seen


@pytest.mark.parametrize("character", "\u200b\u00ad\u202e\u2066\u2060\u200f")
def test_invisible_characters_are_found_and_removed(character):
    text = f"title: a{character}b{character}\n"
    assert look("invisible-in-text", text)
    assert fixed("invisible-in-text", text) == "title: ab\n"


@pytest.mark.parametrize(
    "text", ["title: 'a\u00a0: b'\n", "title: « a »\n", "title: '👩\u200d🌾'\n"]
)
def test_spaces_inside_and_joined_signs_stay(text):
    assert look("invisible-in-text", text) == []


@pytest.mark.parametrize("text", ['title: "\u00a0a\u00a0"\n', "title: 'a\u202f '\n"])
def test_a_no_break_space_at_an_end_is_removed(text):
    assert look("invisible-in-text", text)
    assert look("invisible-in-text", fixed("invisible-in-text", text)) == []


def test_a_tab_written_as_an_escape_is_found_and_left():
    text = 'title: "a\\tb"\n'
    assert len(look("tab-in-text", text)) == 1
    assert fixed("tab-in-text", text) == text


def test_tabs_of_the_layout_are_no_text():
    assert look("tab-in-text", "title: a\t# note\n") == []


# --- anchors and line ends


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: &x 1\n", "a: 1\n"),
        ("a: &x\n  b: 1\n", "a: \n  b: 1\n"),
        ("a: [&x 1, &y {b: 1}]\n", "a: [1, {b: 1}]\n"),
        ("&x a: 1\n", "a: 1\n"),
        ("a: &x 1\nb: *x\nc: &y 2\n", "a: &x 1\nb: *x\nc: 2\n"),
    ],
)
def test_an_anchor_that_nothing_repeats_is_removed(text, after):
    assert fixed("unused-yaml-anchor", text) == after


def test_an_ampersand_in_a_text_is_no_anchor():
    assert look("unused-yaml-anchor", "a: R&D\nb: a & b\n# &c\n") == []


def test_an_anchor_repeated_through_an_alias_is_one_anchor():
    text = "a: &x {b: &y 1}\nc: *x\nd: *x\ne: *y\n"
    assert look("duplicate-anchor-name", text) == []
    assert look("unused-yaml-anchor", text) == []


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("a: 1\r\nb: 2\r\nc: 3\n", "a: 1\r\nb: 2\r\nc: 3\r\n"),
        ("a: 1\nb: 2\nc: 3\r\n", "a: 1\nb: 2\nc: 3\n"),
        ("a: |\n  x\r\n  y\nb: 1\n", "a: |\n  x\n  y\nb: 1\n"),
    ],
)
def test_line_ends_are_brought_to_the_usual_one(text, after):
    assert fixed("mixed-line-ends", text) == after


def test_more_line_ends_than_anyone_repairs_are_told_once():
    (one,) = look("mixed-line-ends", "\r" * 3000 + "title: a\n" * 1 + "\r\n" * 2500)
    assert dict(one.facts)["count"] == "2501"
    assert (one.span[:2], one.repair) == ((3001, 9), ())


@pytest.mark.parametrize("text", ["a: 1\nb: 2\n", "a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r", "a: 1"])
def test_line_ends_of_one_kind_are_no_fault(text):
    assert look("mixed-line-ends", text) == []
