"""Reading: each value keeps the text it was written with, and its place; nothing exhausts us."""

import gc
from fractions import Fraction

import pytest

from scalecheck.model.base import Plain, read_number, read_quota, read_share
from scalecheck.source.document import parse
from scalecheck.source.tree import Limits


def read(text, **limits):
    return parse(text.encode() if isinstance(text, str) else text, "f", Limits(**limits))


def codes(document):
    return [finding.code for finding in document.diagnostics]


def place(text, *path, at_key=False):
    return read(text).locate(path, at_key=at_key)


# --- what is read


@pytest.mark.parametrize(
    "written",
    ["02", "1.10", "no", "yes", "on", "ON", "2026-10", "12:30:45", "0x1F", "1_000", "1e3"],
)
def test_a_plain_scalar_keeps_its_text(written):
    value = read(f"a: {written}\n").data["a"]
    assert value == written
    assert isinstance(value, Plain)


@pytest.mark.parametrize("written", ['"2"', "'2'", "!!str 2", "|-\n  2", ">-\n  2"])
def test_a_quoted_or_block_scalar_is_text_and_not_plain(written):
    value = read(f"a: {written}\n").data["a"]
    assert value == "2"
    assert not isinstance(value, Plain)


def test_keys_are_text_even_where_yaml_would_guess():
    assert list(read("3: a\nyes: b\n1.0: c\n2026-10-15: d\n").data) == [
        "3",
        "yes",
        "1.0",
        "2026-10-15",
    ]


def test_lists_are_tuples_and_mappings_keep_their_order():
    assert read("b: [1, [2]]\na: {y: 1, x: 2}\n").data == {
        "b": ("1", ("2",)),
        "a": {"y": "1", "x": "2"},
    }


def test_aliases_are_read_as_what_they_stand_for():
    assert read("a: &x {b: 1}\nc: *x\n").data == {"a": {"b": "1"}, "c": {"b": "1"}}


@pytest.mark.parametrize(
    ("written", "exact"),
    [
        ("0.70", Fraction(7, 10)),
        ("70%", Fraction(7, 10)),
        ("7/10", Fraction(7, 10)),
        ("0.1", Fraction(1, 10)),
        ("33.3%", Fraction(333, 1000)),
        ("1/3", Fraction(1, 3)),
    ],
)
def test_numbers_are_exact(written, exact):
    assert read_number(Plain(written)) == exact
    assert read_share(Plain(written)) == exact


def test_a_quota_is_a_count_or_a_share():
    assert read_quota(Plain("2")) == 2
    assert read_quota(Plain("60%")) == Fraction(3, 5)
    assert read_quota(Plain("all")) == Fraction(1)


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_line_ends_and_a_byte_order_mark_change_nothing(ends, mark):
    text = ends.join(("a: é", "b:", "  - c", ""))
    document = read(mark + text.encode())
    assert document.data == {"a": "é", "b": ("c",)}
    assert document.locate(("b", 0))[:2] == (3, 5)


# --- where it stands


@pytest.mark.parametrize(
    ("text", "path", "at_key", "where"),
    [
        ("a: 1\nb: 2\n", ("b",), False, (2, 4, 2, 5)),
        ("a: 1\nb: 2\n", ("b",), True, (2, 1, 2, 2)),
        ("é: 1\nà: {ü: x}\n", ("à", "ü"), False, (2, 8, 2, 9)),
        ('a: "😀😀"\nb: {c: "😀", d: z}\n', ("b", "d"), False, (2, 16, 2, 17)),
        ("a: [x,\ty]\n", ("a", 1), False, (1, 8, 1, 9)),
        ("a:\r\n  - b: 1\r\n    c: 2\r\n", ("a", 0, "c"), False, (3, 8, 3, 9)),
        ("a: |\n  b\n  c\nd: 1\n", ("d",), True, (4, 1, 4, 2)),
        ("a: &x {b: 1}\nc: *x\n", ("c", "b"), False, (1, 11, 1, 12)),
    ],
)
def test_places_count_characters_from_one(text, path, at_key, where):
    assert place(text, *path, at_key=at_key) == where


def test_a_missing_key_stands_at_the_key_of_its_mapping():
    assert place("a: 1\nb:\n  c: 1\n", "b", "missing") == (2, 1, 2, 2)


def test_a_list_of_one_without_brackets_is_the_thing_itself():
    assert place("a: 1\nof: x\n", "of", 0) == (2, 5, 2, 6)


def test_parts_that_the_document_lacks_are_passed_over():
    assert place("a: {b: 1}\n", "a", "tag", "b") == (1, 8, 1, 9)


def test_a_document_that_was_not_read_has_no_places():
    assert place("a: [", "a") is None


# --- limits


def test_a_file_over_the_limit_is_not_read():
    document = read("a: " + "x" * 100, size=50)
    assert codes(document) == ["too-large"]
    assert document.root is None


def test_a_text_over_the_limit_is_refused():
    assert codes(read("a: " + "x" * 100, scalar=50)) == ["scalar-too-long"]


def test_elements_are_counted():
    assert codes(read("a: [" + "x," * 100 + "]", nodes=50)) == ["too-many-nodes"]


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
@pytest.mark.parametrize("levels", [60, 5000, 200_000])
def test_depth_is_bounded_whatever_the_depth(opener, levels):
    found = codes(read(opener * levels))
    assert len(found) == 1
    assert found[0] in ("too-deep", "key-not-text", "yaml-bad-start")


def test_depth_under_the_limit_is_read():
    assert codes(read("a: " + "[" * 38 + "x" + "]" * 38)) == []


def test_aliases_cannot_multiply():
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 12)]
    assert codes(read("\n".join(lines))) == ["alias-too-large"]


def test_an_alias_as_a_value_of_a_long_list_counts_each_time():
    text = "a: &x [" + "y, " * 99 + "y]\nb: [" + "*x, " * 99 + "*x]\n"
    assert codes(read(text)) == ["alias-too-large"]


# --- manners


@pytest.mark.parametrize("text", ["a: 1\n", "a: [\n", "- a\n"])
def test_collection_of_garbage_is_as_it_was(text):
    assert gc.isenabled()
    read(text)
    assert gc.isenabled()
    gc.disable()
    try:
        read(text)
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_findings_before_a_syntax_error_are_kept():
    assert codes(read("a: 1\na: 2\nb:\nc: x: y\n")) == [
        "duplicate-key",
        "empty-value",
        "yaml-colon",
    ]


def test_findings_carry_the_path_of_what_they_are_about():
    document = read("a:\n  - b:\n  - c: 1\n    c: 2\n  -\n")
    assert [finding.path for finding in document.diagnostics] == [
        ("a", 0, "b"),
        ("a", 1, "c"),
        ("a", 2),
    ]


def test_the_key_that_was_meant_is_read():
    document = read("ti\u200btle: x\nformat\u00a0: y\n")
    assert document.data == {"title": "x", "format": "y"}
    assert codes(document) == ["invisible-in-key", "invisible-in-key"]
