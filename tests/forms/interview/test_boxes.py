"""The boxes over the screen: texts to write, records to tick and to describe."""

import asyncio

from tests.forms.interview.opening import on_fjord, on_rubric
from tests.forms.interview.seen import NARROW, WIDE, Seen
from textual.widgets import Input

from scalecheck.model.answer import Answer
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text


def test_not_applicable_wants_its_reason_where_it_is_admitted() -> None:
    refused = Seen(on_rubric("is-echelle")).press(["n"])
    assert refused.answers("ampleur-besoin") is None
    assert "toujours" in refused.shown
    keys = ["right"] * 8 + ["n", *"local", "enter"]
    seen = Seen(on_rubric("is-echelle")).press(keys)
    assert seen.answers("plan") == Answer(not_applicable="local")
    bare = Seen(on_rubric("is-echelle")).press(["right"] * 8 + ["n", "enter"])
    assert bare.answers("plan") is None
    assert "raison" in bare.shown


def test_a_note_takes_several_lines_and_escape_keeps_what_was_there() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["m", *"ab", "ctrl+j", "c", "enter", "2"])
    assert seen.answers("ampleur-besoin") == Answer(level="2", note=Text(fr="ab\nc"))
    again = Seen(seen.interview).press(["left", "m", "z", "escape"])
    assert again.answers("ampleur-besoin") == Answer(level="2", note=Text(fr="ab\nc"))


def test_a_note_in_two_languages_that_nobody_touches_keeps_both() -> None:
    both = Text(fr="oui", en="yes")
    started = on_rubric("is-echelle").decide(Answer(level="2")).remark(note=both)
    assert Seen(started).press(["m", "enter"]).interview.answer.note == both


def test_a_reason_is_written_beside_an_answer() -> None:
    seen = Seen(on_rubric("is-echelle"), Language.EN).press(["r", *"why", "enter"])
    assert seen.answers("ampleur-besoin") == Answer(unknown=True, reason=Text(en="why"))


def test_evidence_is_ticked_with_a_sign_that_is_no_colour() -> None:
    seen = Seen(on_fjord(blank=True)).press(["e", "space", "down", "down", "space", "enter"])
    assert seen.interview.answer.evidence == ("liste-attente-2025", "comite-2025")
    off = Seen(seen.interview).press(["e", "space", "enter"])
    assert off.interview.answer.evidence == ("comite-2025",)


def test_a_new_record_is_described_and_cited() -> None:
    keys = ["e", "+", *"Bilan", "tab", "tab", *"2026-05", "ctrl+s"]
    seen = Seen(on_rubric("is-echelle")).press(keys)
    assert seen.interview.sheet.evidence == {
        "p1": Evidence(title=Text(fr="Bilan"), grade="declared", date="2026-05")
    }
    assert seen.interview.answer.evidence == ("p1",)


def test_a_record_with_a_wrong_date_is_told_and_kept_open() -> None:
    seen = Seen(on_rubric("is-echelle")).press(
        ["e", "+", *"B", "tab", "tab", *"hier", "ctrl+s"], NARROW
    )
    assert seen.interview.sheet.evidence == {}
    assert len(seen.app.desk.interview.sheet.evidence) == 0


def test_a_setting_is_added_and_asked_about() -> None:
    seen = Seen(on_rubric("is-echelle")).press(["a", *"CPE", "enter", "2"])
    assert seen.answers("milieux") == {"cpe": {"engagement": Answer(level="2")}}
    assert [one.title for one in seen.interview.sheet.settings] == [Text(fr="CPE")]


def test_a_name_is_typed_where_a_list_is_asked_for() -> None:
    async def look() -> bool:
        app = Seen(on_rubric("is-echelle")).app
        async with app.run_test(size=WIDE) as pilot:
            await pilot.press("a")
            await pilot.pause()
            return isinstance(app.focused, Input)

    assert asyncio.run(look())
