"""The screen before it is drawn: rows that fit, keys that lose nothing."""

from pathlib import Path

import pytest
from tests.forms.interview.opening import odd_rubric, on_fjord, on_rubric

from scalecheck.forms.interview.places import Kind
from scalecheck.forms.interview.screen.asking import paint_place
from scalecheck.forms.interview.screen.desk import Desk
from scalecheck.forms.interview.screen.edges import paint_bottom, paint_top
from scalecheck.forms.interview.screen.items import DIGITS, keys_of
from scalecheck.forms.interview.screen.listing import paint_list
from scalecheck.forms.interview.voice import Voice
from scalecheck.model.language import Language


@pytest.mark.parametrize("language", tuple(Language))
@pytest.mark.parametrize("width", [118, 75, 50])
def test_every_place_of_every_rubric_fits_the_screen(
    language: Language, width: int, tmp_path: Path
) -> None:
    for started in (on_rubric(odd_rubric(tmp_path)), on_rubric("trl"), on_fjord()):
        for place in started.places:
            desk = Desk(started, Voice(language), narrow=width < 100).at(started.go(place))
            rows = (
                *paint_place(desk, width, 30),
                *paint_list(desk, width),
                *paint_top(desk, width),
            )
            rows = (*rows, *paint_bottom(desk, width))
            assert max(len(row.text) for row in rows) <= width
            assert not [row for row in rows if not row.text.replace("\u00a0", " ").isprintable()]


def test_forty_levels_have_no_digit_and_ten_have_one_each() -> None:
    assert keys_of([str(n) for n in range(40)]) == ("",) * 40
    assert keys_of(["0", "5", "9"]) == ("0", "5", "9")
    assert keys_of([str(n) for n in range(1, 11)]) == tuple(DIGITS)


def test_a_desk_that_is_given_keys_never_loses_an_answer() -> None:
    desk = Desk(on_fjord(), Voice(Language.EN)).at(on_fjord())
    before = desk.interview.sheet.answers
    for key in ("right", "left", "f2", "home", "end", "f3", "escape", "l", "up", "down", "z"):
        desk = desk.press(key)
    assert desk.interview.sheet.answers == before


def test_an_earlier_record_is_said_to_hold_or_not() -> None:
    started = on_fjord()
    record = next(place for place in started.places if place.kind is Kind.RECORD)
    desk = Desk(started, Voice(Language.FR)).at(started.go(record))
    assert desk.press("2").interview.sheet.still_valid == {record.name: False}
    assert desk.press("1").press("left").press("delete").interview.sheet.still_valid == {}
