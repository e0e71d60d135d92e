"""Contrasts are computed from the colours themselves, light and dark: WCAG 2.2 AA."""

import re

import pytest

from scalecheck.report.charts.palette import (
    DARK,
    GROUNDS,
    LIGHT,
    SHAPES,
    TEXTS,
    contrast,
    style_sheet,
)
from scalecheck.report.charts.pen import colour
from scalecheck.report.templating import FOLDER

schemes = pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])


def test_contrast_is_that_of_wcag():
    assert contrast("#000", "#fff") == pytest.approx(21)
    assert contrast("#777777", "#fff") == pytest.approx(4.48, abs=0.005)
    assert contrast("#0a5296", "#0a5296") == 1


@schemes
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("ground", GROUNDS)
def test_text_reaches_four_and_a_half(scheme, text, ground):
    assert contrast(scheme[text], scheme[ground]) >= 4.5


@schemes
def test_text_on_the_accent_reaches_four_and_a_half(scheme):
    assert contrast(scheme["on-accent"], scheme["accent"]) >= 4.5
    assert contrast(scheme["ink"], scheme["tint"]) >= 4.5


@schemes
@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("ground", [*GROUNDS, "tint"])
def test_graphics_reach_three(scheme, shape, ground):
    assert contrast(scheme[shape], scheme[ground]) >= 3


@schemes
def test_the_focus_is_seen(scheme):
    assert all(contrast(scheme["focus"], scheme[ground]) >= 3 for ground in GROUNDS)


def test_both_schemes_have_the_same_colours():
    assert list(LIGHT) == list(DARK)


def test_every_colour_that_a_sheet_names_is_in_the_palette():
    for sheet in ("report.css", "page.css"):
        text = (FOLDER / sheet).read_text(encoding="utf-8")
        named = set(re.findall(r"var\(--([\w-]+)\)", text))
        assert named - {"step", "steps"} <= set(LIGHT)
        assert not re.search(r"#[0-9a-f]{3,6}\b(?![^{]*\{)", text)  # no colour written elsewhere


def test_the_sheet_holds_every_colour_twice_and_keeps_print_light():
    sheet = style_sheet()
    assert all(sheet.count(f"--{name}:") == 2 for name in LIGHT)
    assert "@media screen and (prefers-color-scheme:dark)" in sheet


@pytest.mark.parametrize("name", LIGHT)
def test_drawings_write_six_digits(name):
    assert re.fullmatch("#[0-9a-f]{6}", colour(name))
