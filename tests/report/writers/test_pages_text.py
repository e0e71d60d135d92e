"""Pages as Markdown and for a terminal: every word, nothing read into it, and plain when asked."""

import re

import pytest
from markdown_it import MarkdownIt
from tests.report.kinds.pages import pages_of
from tests.report.writers.samples import PAGES, page, plane, stairs

from scalecheck.model.language import Language
from scalecheck.report import blocks as b
from scalecheck.report.page import PageKind, Printing
from scalecheck.report.writers import markdown, terminal

EN = Language.EN
every = pytest.mark.parametrize("name", PAGES)


def texts(value):
    """Every word that a page shows."""
    if isinstance(value, b.Cell):
        yield value.text
    elif isinstance(value, tuple):
        for part in value:
            yield from texts(part)


def squeezed(text):
    return re.sub(r"[\s\u2060\\]+", "", text)


def in_terminal(one, **given):
    return terminal.write([one], Printing(**given)).decode()


def in_markdown(*pages):
    return markdown.write(pages, Printing()).decode()


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("plain", [False, True])
@every
def test_a_terminal_keeps_to_its_width(name, width, plain):
    shown = in_terminal(PAGES[name], width=width, plain=plain)
    assert max(map(len, shown.split("\n"))) <= max(width, 0)


@pytest.mark.parametrize("name", ["every-block", "one-level"])
def test_a_terminal_shows_every_word(name):
    shown = squeezed(in_terminal(PAGES[name], width=120))
    assert [t for t in texts(PAGES[name].blocks) if squeezed(t) not in shown] == []


@pytest.mark.parametrize("name", ["every-block", "one-level"])
def test_markdown_shows_every_word(name):
    shown = squeezed(in_markdown(PAGES[name]))
    assert [t for t in texts(PAGES[name].blocks) if squeezed(t) not in shown] == []


@every
def test_a_plain_terminal_draws_nothing(name):
    shown = in_terminal(PAGES[name], plain=True, colour=True)
    assert not set("━▌│─┃┏╺●◆○□■▶\x1b") & set(shown)


def test_a_plain_terminal_reads_a_table_row_by_row():
    shown = in_terminal(page(), plain=True)
    assert "- Besoin bien établi\n  Niveau\u00a0: 1 à 2\n  Preuve\u00a0: rapport\n" in shown


def test_a_table_too_wide_for_a_screen_is_read_row_by_row():
    wide = b.Grid(tuple(f"Colonne {n}" for n in range(9)), ((b.Cell("oui"),) * 9,), "Large")
    shown = in_terminal(page()._replace(blocks=(wide,)), width=60)
    assert "Colonne 8\u00a0: oui" in shown


def test_labels_are_written_as_their_language_does():
    assert "   - Qui\u00a0: Besoin" in in_markdown(page())
    assert "   - Qui: Besoin" in in_markdown(page(EN))
    assert "Qui: Besoin" in in_terminal(page(EN))


def test_a_ladder_says_where_the_project_is():
    one = page()._replace(blocks=(b.Ladder(stairs(3), "Étapes"),))
    assert "▶  Étape 2 (2) · état here" in in_terminal(one)
    assert "2. Étape 2 (2) · état here" in in_terminal(one, plain=True)
    assert "2. **Étape 2** (état here) · 2" in in_markdown(one)


def test_a_plane_is_words_and_a_small_grid():
    shown = in_terminal(page()._replace(blocks=(plane(),)))
    assert "Préparation 1 à 2, usage 1." in shown
    assert "1 │ ·   ●   ○   ·" in shown
    assert "●" not in in_terminal(page()._replace(blocks=(plane(40, 3),)))


def test_no_stranger_writes_to_the_terminal_itself():
    shown = in_terminal(PAGES["hostile"], colour=True)
    assert "\x1b[31m" not in shown
    assert "\u202e" not in shown


@every
def test_markdown_holds_no_markup_of_a_stranger(name):
    html = MarkdownIt("commonmark", {"html": True}).enable("table").render(in_markdown(PAGES[name]))
    assert "<script" not in html
    assert "javascript:" not in html


@every
def test_markdown_tables_have_as_many_cells_as_columns(name):
    for table in re.findall(r"(?:^\|.*\|\n)+", in_markdown(PAGES[name]), flags=re.M):
        counts = {len(re.findall(r"(?<!\\)\|", line)) for line in table.splitlines()}
        assert len(counts) == 1


def test_two_pages_are_parted_by_a_rule():
    assert in_markdown(page(), page(EN)).count("\n---\n") == 1
    both = terminal.write([page(), page(EN)], Printing()).decode()
    assert both.count("Les Besoin") == 2


@pytest.mark.parametrize("kind", PageKind)
@pytest.mark.parametrize("language", Language)
def test_every_kind_is_laid_out_the_same_twice(kind, language):
    pages = pages_of("cuisines-du-fjord", kind, language)
    for writer in (markdown, terminal):
        assert writer.write(pages, Printing()) == writer.write(pages, Printing())
