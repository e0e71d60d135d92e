"""Markdown and the terminal: readable, safe with strangers' words, and never too wide."""

import os
import re
import subprocess
import sys
import unicodedata

import pytest
from tests.report.examples import NAMES, ROOT
from tests.report.test_html import HOSTILE, hostile
from tests.report.views import EN, FORMATS, FR, page, view_of

EVERY = [(name, language) for name in NAMES for language in (FR, EN)]


def columns(line):
    """How many columns a line takes: no joiner, no combining mark, no wide sign in our texts."""
    return sum(unicodedata.category(c) not in ("Mn", "Cf") for c in line)


@pytest.mark.parametrize("width", [60, 80, 120])
@pytest.mark.parametrize(("name", "language"), EVERY)
def test_no_line_is_wider_than_the_terminal(name, language, width):
    for plain in (True, False):
        text = page(view_of(name, language), "terminal", width=width, plain=plain)
        assert max(columns(line) for line in text.split("\n")) <= width


@pytest.mark.parametrize("name", NAMES)
def test_plain_has_no_colour_and_no_drawn_line(name):
    text = page(view_of(name), "terminal", plain=True, colour=True)
    assert "\x1b" not in text
    assert not re.search("[\u2500-\u259f]", text)


def test_colour_is_given_when_asked_and_no_color_takes_it_away(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    view = view_of("cuisines-du-fjord")
    assert "\x1b[" in page(view, "terminal", colour=True)
    assert "\x1b" not in page(view, "terminal")
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in page(view, "terminal", colour=True)


def test_colours_change_no_word(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)
    view = view_of("cuisines-du-fjord")
    coloured = re.sub(r"\x1b\[[0-9;]*m", "", page(view, "terminal", colour=True))
    bare = page(view, "terminal")
    assert [line.rstrip() for line in coloured.split("\n")] == bare.split("\n")


def test_the_terminal_reads_no_markup_in_texts():
    text = page(hostile(), "terminal", plain=True, width=120)
    assert HOSTILE.split()[0] in text


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_every_row_of_a_table_has_as_many_cells_as_its_header(name, language):
    for text in (page(view_of(name, language), "markdown"), page(hostile(), "markdown")):
        size = 0
        for line in text.split("\n"):
            cells = len(re.findall(r"(?<!\\)\|", line))
            assert not line.startswith("|") or not size or cells == size
            size = cells if line.startswith("|") else 0


def test_markdown_lets_no_markup_through():
    text = page(hostile(), "markdown")
    assert "<script" not in text and "<img" not in text
    assert not re.search(r"(?<!\\)`", text)
    assert "\\`a\\`" in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_first_lines_hold_the_answer(name):
    text = page(view_of("cuisines-du-fjord"), name)
    text = re.sub(r"<style>.*?</style>|<[^>]+>", "", text, flags=re.S)
    text = re.sub(r"\s+", " ", text)[:2200]
    for words in ("Prêt à diffuser", "Préparation de la mise", "Diffusion", "Résultats démontrés"):
        assert words in text


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_is_the_same_twice(name):
    assert page(view_of("tremplin-jeunesse"), name) == page(view_of("tremplin-jeunesse"), name)


@pytest.mark.parametrize(("format", "absent"), [("terminal", "jinja2"), ("markdown", "rich")])
def test_a_format_imports_only_its_own_guest(format, absent):
    code = (
        "import sys; from tests.report.views import page, view_of;"
        f"page(view_of('hangar-des-forges'), '{format}'); sys.exit('{absent}' in sys.modules)"
    )
    paths = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    environ = {**os.environ, "PYTHONPATH": paths}
    assert subprocess.run([sys.executable, "-c", code], env=environ, check=False).returncode == 0
