"""Findings as text: the line quoted, the second places, what to do, the counts at the end."""

import pytest
from hypothesis import given
from tests.report.findings.samples import (
    EN,
    FEW,
    FR,
    NB,
    TEXT,
    file_of,
    finding,
    hostile_files,
    same_words,
    show,
    unknown_key,
)

from scalecheck.model.diagnostic import Related, Span
from scalecheck.report.findings.screen import width
from scalecheck.report.findings.text import MOST_PER_FILE, MOST_PER_RUN, render_text

UNKNOWN_KEY = (
    f"f.yaml:2:3: erreur{NB}: La clé «{NB}titel{NB}» n’a pas sa place ici. [unknown-key]\n"
    "  2 |   titel: x\n"
    "    |   ^^^^^\n"
    f"  aide{NB}: Vouliez-vous dire «{NB}title{NB}»? Corriger le nom. Une note personnelle peut"
    " rester si la clé commence par `x-`."
)


def test_a_finding_is_told_with_its_line_and_what_to_do():
    assert render_text([unknown_key()], FR, {"f.yaml": TEXT}) == UNKNOWN_KEY
    assert render_text([unknown_key()], EN, {"f.yaml": TEXT}).startswith(
        "f.yaml:2:3: error: The key “titel” does not belong here. [unknown-key]\n"
    )


def test_a_check_ends_with_its_counts():
    told = show([file_of(unknown_key())], "text")
    assert told == f"{UNKNOWN_KEY}\n\n1 fichier vérifié{NB}: 1 erreur.\n"


def test_a_second_place_is_quoted_with_its_label():
    told = show([file_of(same_words())], "text", EN)
    assert told.split("  help:")[0] == (
        "f.yaml:3:3: warning: Levels 2 and 3 are described in the same words. [identical-anchors]\n"
        "  3 |   other: y\n"
        "    |   ^^^^^\n"
        "  2 |   titel: x\n"
        "    |   ----- the same description\n"
    )


def test_a_second_place_on_the_same_line_is_marked_under_it():
    both = same_words()._replace(related=(Related(Span(3, 10, 3, 11), "same-words"),))
    told = show([file_of(both)], "text", EN)
    assert "  3 |   other: y\n    |   ^^^^^\n    |          - the same description\n  help:" in told


def test_line_numbers_of_several_lengths_are_aligned():
    text = "a: b\n" * 12
    both = same_words()._replace(span=Span(12, 1, 12, 2), related=(Related(Span(9, 1, 9, 2), "x"),))
    told = show([file_of(both, text=text)], "text", EN)
    assert "  12 | a: b\n     | ^\n   9 | a: b\n     | - x\n" in told


def test_a_finding_about_the_whole_file_has_no_place_and_no_excerpt():
    assert render_text([finding("no-such-file", line=0)], EN, {}).splitlines() == [
        "f.yaml: error: This file does not exist. [no-such-file]",
        "  help: Check the name, the extension (`.yaml`) and the folder.",
    ]


def test_nothing_found_is_said_as_well():
    assert (
        show([file_of(), file_of(file="g.yaml")], "text", EN) == "2 files checked: no findings.\n"
    )
    assert show([], "text") == f"0 fichier vérifié{NB}: aucun constat.\n"


def test_what_is_set_aside_is_counted_apart():
    told = show(
        [
            file_of(same_words(), waived=2, baselined=1),
            file_of(finding("no-such-file", line=0), text="", is_readable=False),
        ],
        "text",
    )
    assert told.splitlines()[-1] == (
        f"2 fichiers vérifiés{NB}: 1 erreur, 1 avertissement, 1 fichier illisible; "
        "2 mis de côté par une dérogation, 1 déjà dans l’état de référence, "
        "1 réparable avec `--fix`."
    )


def test_at_most_fifty_findings_of_a_file_are_told_and_the_rest_counted():
    many = [finding(name=f"k{n}", file=file) for file in ("a.yaml", "b.yaml") for n in range(60)]
    text = render_text(many, FR, {})
    assert text.count("[unknown-key]") == 2 * MOST_PER_FILE
    assert text.count("… et 10 autres constats dans ce fichier.") == 2


def test_at_most_five_hundred_findings_of_a_run_are_told_and_the_rest_counted():
    files = [file_of(*[finding(name=f"k{n}") for n in range(45)]) for _ in range(13)]
    told = show(files, "text", EN)
    assert told.count("[unknown-key]") == MOST_PER_RUN
    assert "f.yaml: … and 40 more findings in this file." in told
    assert "… and 45 more findings in the files that follow." in told
    assert told.endswith("13 files checked: 585 errors; 85 not shown.\n")


def test_colour_is_only_where_it_is_asked_for():
    files = [file_of(unknown_key(), same_words())]
    assert "\x1b" not in show(files, "text")
    told = show(files, "text", colour=True)
    assert "\x1b[1;31merreur\x1b[0m" in told
    assert "\x1b[1;33m  ^^^^^\x1b[0m" in told
    assert "\x1b[1;34m  -----\x1b[0m la même description" in told


@pytest.mark.parametrize("columns", [40, 60, 100])
def test_a_quoted_line_and_its_number_stay_within_the_screen(columns):
    text = "a: b\n" * 99 + "x" * 200 + "日" * 200
    long = finding(line=100, column=190, width=40, name="x")
    told = show([file_of(long, text=text)], "text", width=columns)
    widest = max(width(line) for line in told.splitlines() if " | " in line)
    assert columns - 1 <= widest <= columns  # the last wide character may not fit


@pytest.mark.parametrize("nasty", ["\x1b]0;x\x07", "\x1b[2J", "\u202e", "\u200b", "\r", "\x9b31m"])
def test_nothing_in_a_file_its_name_or_a_fact_is_obeyed_by_a_terminal(nasty):
    one = finding(name=f"a{nasty}b", file=f"f{nasty}.yaml")
    text = render_text([one], FR, {one.file: f"a\n  x{nasty[0] * (nasty != chr(13))}y\n"})
    assert all(character.isprintable() or character in f"\n{NB}" for character in text)


@FEW
@given(hostile_files())
def test_no_run_prints_what_a_terminal_obeys(files):
    told = show(files, "text")
    assert all(c.isprintable() or c in "\n\u00a0\u3000" or c.isspace() for c in told)
    assert not set(told) & set("\x1b\x9b\x07\r\x85\u2028\u202e\u2066")
    told.encode("utf-8")
