"""The quoted line: carets under what is meant by display width, cut to the screen, harmless."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.report.findings.samples import FEW, FR, finding, spans, texts

from scalecheck.model.diagnostic import Span
from scalecheck.report.findings.excerpt import cut_out
from scalecheck.report.findings.screen import neutralise, width
from scalecheck.report.findings.view import describe


@pytest.mark.parametrize(
    ("line", "span", "text", "carets"),
    [
        ("abc", (1, 2, 1, 3), "abc", " ^"),
        ("\ta: b", (1, 2, 1, 3), "    a: b", "    ^"),
        ("日本: x", (1, 5, 1, 6), "日本: x", "      ^"),
        ("e\u0301: x", (1, 5, 1, 6), "e\u0301: x", "   ^"),
        ("😀: x", (1, 4, 1, 5), "😀: x", "    ^"),
        ("a\x07b: x", (1, 3, 1, 4), "a\\u0007b: x", "       ^"),
        ("abc", (1, 4, 1, 4), "abc", "   ^"),
        ("abc", (1, 2, 3, 1), "abc", " ^^"),
        ("日本語: x", (1, 1, 1, 4), "日本語: x", "^^^^^^"),
        ("a\tb", (1, 1, 1, 4), "a    b", "^^^^^^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(line, span, text, carets):
    excerpt = cut_out([line], Span(*span))
    assert (excerpt.text, excerpt.carets) == (text, carets)


def test_a_long_line_is_cut_around_what_is_meant():
    excerpt = cut_out(["x" * 500 + "HERE" + "y" * 500], Span(1, 501, 1, 505), width=102)
    assert excerpt.text == "…" + "x" * 40 + "HERE" + "y" * 56 + "…"
    assert excerpt.carets == " " * 41 + "^^^^"


def test_a_line_of_wide_characters_is_cut_by_the_columns_they_take():
    excerpt = cut_out(["本" * 100], Span(1, 60, 1, 62), width=40)
    assert excerpt.text == "…" + "本" * 19 + "…"
    assert excerpt.carets == " " * 15 + "^^^^"


def test_what_is_meant_is_cut_where_it_is_longer_than_the_screen():
    excerpt = cut_out(["a" * 300], Span(1, 1, 1, 301), width=40)
    assert (excerpt.text, excerpt.carets) == ("a" * 39 + "…", "^" * 39)


def test_accents_without_end_do_not_make_a_line_endless():
    excerpt = cut_out(["e" + "\u0301" * 100_000], Span(1, 1, 1, 2), width=40)
    assert len(excerpt.text) < 200


@pytest.mark.parametrize("span", [(0, 1, 0, 2), (5, 1, 5, 2), (2, 1, 2, 2)])
def test_a_line_that_is_not_there_or_is_blank_is_not_quoted(span):
    assert cut_out(["a", "  "], Span(*span)) is None


def test_a_no_break_space_in_a_key_is_shown():
    meant = finding("invisible-in-key", line=1, column=1, width=6, key="title")
    view = describe(meant, FR, ["title\u00a0: x"])
    assert view.places[0].excerpt.text == "title\\u00A0: x"


@FEW
@given(texts(300), spans(1), st.integers(0, 120), st.booleans())
def test_no_line_is_wider_than_the_screen_nor_does_a_caret_stand_outside(line, span, room, reveal):
    excerpt = cut_out([line], span, width=room, reveal=reveal)
    if excerpt is not None:
        room = max(room, 20)
        assert width(excerpt.text) <= room
        assert len(excerpt.carets) <= room + 1
        assert neutralise(excerpt.text) == excerpt.text
        assert set(excerpt.carets) <= set(" ^")
