"""The screen: what each key does, in a terminal that nobody looks at."""

import asyncio
from pathlib import Path

import pytest
from tests.forms.interview.opening import odd_rubric, on_fjord, on_rubric
from tests.forms.interview.scripts import nothing
from tests.forms.interview.seen import NARROW, WIDE, Seen

from scalecheck.errors import CannotWrite
from scalecheck.forms.interview.interview import Interview
from scalecheck.forms.interview.places import Kind
from scalecheck.forms.interview.screen.app import InterviewApp
from scalecheck.forms.interview.screen.board import Board
from scalecheck.forms.interview.talk import Ending
from scalecheck.model.answer import Answer
from scalecheck.model.language import Language


def test_a_digit_answers_and_goes_on() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["3", "2"])
    assert seen.answers("ampleur-besoin") == Answer(level="3")
    assert seen.answers("ancrage-terrain") == Answer(level="2")
    assert seen.interview.here.name == "non-dedoublement"


def test_every_answer_is_saved_before_the_next_key() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["3", "right", "down", "u"])
    assert [len(one.sheet.answers) for one in seen.saved] == [1, 2]


def test_arrows_choose_and_enter_answers() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["down", "down", "up", "enter"])
    assert seen.answers("ampleur-besoin") == Answer(level="1")


def test_space_chooses_and_stays() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["down", "space"])
    assert seen.answers("ampleur-besoin") == Answer(level="1")
    assert seen.interview.at == 0


def test_back_goes_back_with_the_cursor_on_the_answer() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["3", "3", "b", "left"])
    assert seen.interview.at == 0
    assert seen.app.desk.cursor == 3


def test_an_interval_is_two_levels_in_any_order_and_escape_gives_it_up() -> None:
    assert Seen(on_rubric("is-echelle")).press(["i", "3", "2"]).answers("ampleur-besoin") == Answer(
        between=("2", "3")
    )
    left = Seen(on_rubric("is-echelle")).press(["i", "3", "escape", "1"])
    assert left.answers("ampleur-besoin") == Answer(level="1")


def test_a_fact_may_have_several_values() -> None:
    seen = Seen(on_rubric("trl")).press(["space", "down", "space", "right", "1"])
    assert seen.interview.sheet.attributes["nature"] == ("hardware", "software")
    assert seen.interview.sheet.attributes["donnees-personnelles"] == ("yes",)


def test_a_measurement_is_typed_where_the_scale_takes_one() -> None:
    seen = Seen(on_rubric("trl")).press(["right", "right", "=", *"85,5 %", "enter"])
    assert str(seen.answers("principe-observe").amount) == "171/200"
    refused = Seen(on_rubric("is-echelle")).press(["="])
    assert "mesure" in refused.shown


def test_delete_clears_an_answer() -> None:
    assert (
        Seen(on_rubric("is-echelle")).press(["3", "left", "delete"]).interview.sheet.answers == {}
    )


def test_f2_goes_to_the_next_empty_question_and_to_the_end_when_there_is_none() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["right", "2", "home", "1", "f2"])
    assert seen.interview.here.name == "non-dedoublement"
    assert Seen(on_fjord()).press(["f2"]).interview.here.kind is Kind.END


def test_f3_speaks_the_other_language_live() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["f3"])
    assert "Size of the need" in seen.shown
    assert "Français" in seen.shown
    assert "Ampleur" in Seen(on_rubric("is-echelle")).press(["f3", "f3"]).shown


def test_f4_says_what_the_answers_give_and_f1_the_keys() -> None:
    assert Seen(on_rubric("is-echelle")).press(["f4"]).box == "rien"
    assert "F2" in Seen(on_rubric("is-echelle")).press(["f1"]).box
    closed = Seen(on_rubric("is-echelle")).press(["f1", "escape", "2"])
    assert closed.answers("ampleur-besoin") == Answer(level="2")


@pytest.mark.parametrize(
    ("keys", "ending"),
    [(["q"], Ending.LEFT), (["ctrl+q"], Ending.LEFT), (["end", "enter"], Ending.FINISHED)],
)
def test_it_ends_where_it_is_asked_to(keys: list[str], ending: Ending) -> None:
    app = Seen(on_rubric("is-echelle")).app
    assert asyncio.run(_run(app, keys)) is ending


async def _run(app: InterviewApp, keys: list[str]) -> Ending | None:
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(*keys)
    return app.return_value


def test_a_narrow_screen_hides_the_list_until_it_is_asked_for() -> None:
    async def look() -> list[bool]:
        app = Seen(on_rubric("is-echelle")).app
        shown = []
        async with app.run_test(size=NARROW) as pilot:
            for key in ("right", "l", "down", "enter"):
                await pilot.press(key)
                shown.append(app.query_one("#list").display)
        assert app.desk.interview.at == 2
        return shown

    assert asyncio.run(look()) == [False, True, True, False]


def test_rows_can_be_pointed_at() -> None:
    async def point() -> Interview:
        app = Seen(on_rubric("is-echelle")).app
        async with app.run_test(size=WIDE) as pilot:
            rows = app.query_one("#place Board", Board).rows
            line = next(n for n, row in enumerate(rows) if row.target == 2)
            await pilot.click("#place Board", offset=(12, line))
            await pilot.click("#list Board", offset=(12, 1))
        return app.desk.interview

    found = asyncio.run(point())
    assert found.sheet.answers["ampleur-besoin"] == Answer(level="2")
    assert found.at == 0


def test_an_answer_that_cannot_be_kept_is_told_at_once() -> None:
    def refuse(_: Interview) -> None:
        raise CannotWrite("p.yaml", "no-space")

    async def look() -> list[str]:
        app = InterviewApp(on_rubric("is-echelle"), Language.FR, nothing, refuse)
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("3")
            await pilot.pause()
            return [one.message for one in app._notifications]

    assert "plus de place" in asyncio.run(look())[0]


def test_forty_levels_are_chosen_with_arrows(tmp_path: Path) -> None:
    started = on_rubric(odd_rubric(tmp_path))
    seen = Seen(started).press(["right", "right", *["down"] * 30, "enter"], NARROW)
    assert seen.answers("etendue") == Answer(level="30")


def test_a_key_that_does_nothing_says_so() -> None:
    assert "Cette touche" in Seen(on_rubric("is-echelle")).press(["w"]).shown
