"""Findings in words: what, where with the line quoted, what to do; safe whatever the file holds."""

import pytest

from scalecheck.model.diagnostic import Diagnostic, Severity, Span
from scalecheck.model.language import Language
from scalecheck.report.diagnostics import (
    MOST_PER_FILE,
    describe,
    find_near,
    make_slug,
    render_text,
)
from scalecheck.report.excerpt import cut_out

FR, EN = Language.FR, Language.EN
NB = "\u00a0"


def finding(code="unknown-key", line=2, column=3, width=4, file="f.yaml", **facts):
    span = Span(line, column, line, column + width) if line else None
    return Diagnostic(code, Severity.ERROR, file, (), span, tuple(facts.items()))


def test_a_finding_is_told_with_its_line_and_what_to_do():
    one = finding(name="titel", known="title, id", column=3, width=5)
    assert render_text([one], FR, {"f.yaml": "a:\n  titel: x\n"}) == (
        f"f.yaml:2:3: erreur{NB}: La clé «{NB}titel{NB}» n’a pas sa place ici. [unknown-key]\n"
        "  2 |   titel: x\n"
        "    |   ^^^^^\n"
        f"  aide{NB}: Vouliez-vous dire «{NB}title{NB}»? Corriger le nom. Une note personnelle peut"
        " rester si la clé commence par `x-`."
    )
    assert render_text([one], EN, {"f.yaml": "a:\n  titel: x\n"}).startswith(
        "f.yaml:2:3: error: The key “titel” does not belong here. [unknown-key]\n"
    )


def test_a_finding_about_the_whole_file_has_no_place_and_no_excerpt():
    assert render_text([finding("no-such-file", line=0)], EN, {}).splitlines() == [
        "f.yaml: error: This file does not exist. [no-such-file]",
        "  help: Check the name, the extension (`.yaml`) and the folder.",
    ]


def test_a_code_without_words_stands_for_itself():
    view = describe(finding("not-yet-worded"), FR)
    assert (view.what, view.fix) == ("not-yet-worded", "")


def test_what_is_known_is_listed_up_to_ten_names():
    known = ", ".join(f"n{number}" for number in range(14))
    fix = describe(finding("unknown-scale", name="zzz", known=known), EN).fix
    assert fix.startswith("Known: n0, n1, n2, n3, n4, n5, n6, n7, n8, n9… and 4 more. ")


def test_at_most_fifty_findings_of_a_file_are_told_and_the_rest_counted():
    many = [finding(name=f"k{n}", file=file) for file in ("a.yaml", "b.yaml") for n in range(60)]
    text = render_text(many, FR, {})
    assert text.count("[unknown-key]") == 2 * MOST_PER_FILE
    assert text.count("… et 10 autres constats dans ce fichier.") == 2


def test_colour_is_only_where_it_is_asked_for():
    one = [finding(name="x")]
    assert "\x1b" not in render_text(one, FR, {"f.yaml": "a\nbcdef\n"})
    assert "\x1b[1;31merreur\x1b[0m" in render_text(one, FR, {"f.yaml": "a\nbcdef\n"}, colour=True)


@pytest.mark.parametrize("nasty", ["\x1b]0;x\x07", "\x1b[2J", "\u202e", "\u200b", "\r", "\x9b31m"])
def test_nothing_in_a_file_its_name_or_a_fact_is_obeyed_by_a_terminal(nasty):
    one = finding(name=f"a{nasty}b", file=f"f{nasty}.yaml")
    text = render_text([one], FR, {one.file: f"a\n  x{nasty[0] * (nasty != chr(13))}y\n"})
    assert all(character.isprintable() or character in f"\n{NB}" for character in text)


@pytest.mark.parametrize(
    ("given", "known", "near"),
    [
        ("titel", ["title", "id"], "title"),
        ("Title", ["title", "id"], "title"),
        ("maturité", ["maturite"], "maturite"),
        ("ampleur_besoin", ["ampleur-besoin", "besoin"], "ampleur-besoin"),
        ("rien-de-tel", ["title", "id"], None),
        ("7", ["0", "1"], None),
    ],
)
def test_the_name_that_was_meant_is_found(given, known, near):
    assert find_near(given, known) == near


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Réponse au besoin", "reponse-au-besoin"),
        ("ampleur_besoin", "ampleur-besoin"),
        ("L’innovation (2e)", "l-innovation-2e"),
        ("!!!", None),
        ("x" * 81, None),
        ("coupé…", None),
    ],
)
def test_an_identifier_is_made_of_a_text(text, slug):
    assert make_slug(text) == slug


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
    ],
)
def test_the_caret_stands_under_what_is_meant(line, span, text, carets):
    excerpt = cut_out([line], Span(*span))
    assert (excerpt.text, excerpt.carets) == (text, carets)


def test_a_long_line_is_cut_around_what_is_meant():
    excerpt = cut_out(["x" * 500 + "HERE" + "y" * 500], Span(1, 501, 1, 505))
    assert excerpt.text == "…" + "x" * 40 + "HERE" + "y" * 56 + "…"
    assert excerpt.carets == " " * 41 + "^^^^"


@pytest.mark.parametrize("span", [(0, 1, 0, 2), (5, 1, 5, 2), (2, 1, 2, 2)])
def test_a_line_that_is_not_there_or_is_blank_is_not_quoted(span):
    assert cut_out(["a", "  "], Span(*span)) is None


def test_a_no_break_space_in_a_key_is_shown():
    view = describe(
        finding("invisible-in-key", line=1, column=1, width=6, key="title"), FR, ["title\u00a0: x"]
    )
    assert view.excerpt.text == "title\\u00A0: x"
