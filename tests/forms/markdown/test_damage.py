"""What people and editors do to a form: each survives, or is named by its line."""

import re
from collections.abc import Callable

import pytest
from tests.forms.markdown.pen import Pen
from tests.forms.markdown.test_round_trip import RUBRICS, VOCABULARIES
from tests.forms.sheets import HOSTILE, blank, questionnaire

from scalecheck.forms.filled import Filled
from scalecheck.forms.markdown import find_mark, read, write
from scalecheck.model.instance import Instance
from scalecheck.model.language import Language
from scalecheck.model.project import Evidence
from scalecheck.model.text import Text

RUBRIC = RUBRICS["is-echelle"]
SHEET = blank(RUBRIC).model_copy(
    update={
        "project": "cuisines",
        "settings": (Instance(id="ecole-a", title=Text(fr="École A")),),
        "evidence": {"p1": Evidence(title=Text(fr="Portrait"), grade="documented")},
    }
)
ASKED = questionnaire(RUBRIC, SHEET, VOCABULARIES)
FORM = write(ASKED, (Language.FR,)).decode()
ONE = "q ampleur-besoin"


def filled(text: str | bytes) -> Filled:
    data = text.encode() if isinstance(text, str) else text
    mark = find_mark(data, "formulaire.md")
    assert mark is not None
    [found] = read(data, ASKED, mark)
    return found


def pen() -> Pen:
    one = Pen(FORM)
    one.within(ONE).tick("level 2")
    return one


def replaced(before: str, after: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        assert before in text
        return text.replace(before, after, 1)

    return change


def after(mark: str, line: str) -> Callable[[str], str]:
    def change(text: str) -> str:
        lines = text.split("\n")
        place = next(n for n, one in enumerate(lines) if f"sc:{mark} -->" in one)
        return "\n".join([*lines[: place + 1], "", line, "", *lines[place + 1 :]])

    return change


def ticked(sign: str) -> Callable[[str], str]:
    return replaced("- [x]", f"- [{sign}]")


def _second_tick(text: str) -> str:
    one = Pen(text)
    one.within(ONE).tick("level 3")
    return one.text


def _unknown_too(text: str) -> str:
    one = Pen(text)
    one.within(ONE).tick("unknown")
    return one.text


def _range_too(text: str) -> str:
    one = Pen(text)
    one.within(ONE).cell("between", "1 à 2")
    return one.text


def _no_line(mark: str) -> Callable[[str], str]:
    return lambda text: "\n".join(one for one in text.split("\n") if f"sc:{mark} " not in one)


def _stray_reason(text: str) -> str:
    one = Pen(text).within("q plan")
    one.tick("level 1")
    one.within("q plan").quote("why-not", "projet local")
    return one.text


DAMAGE: dict[str, tuple[Callable[[str], str], list[str]]] = {
    "nothing at all": (lambda text: text, []),
    "a capital": (ticked("X"), []),
    "a check mark": (ticked("✓"), []),
    "a cross with spaces": (ticked(" x "), []),
    "another sign": (ticked("?"), ["form-not-a-choice"]),
    "two ticks": (_second_tick, ["form-several-answers"]),
    "a tick and unknown": (_unknown_too, ["form-several-answers"]),
    "a tick and two levels": (_range_too, ["form-several-answers"]),
    "a question taken out": (_no_line("q ampleur-besoin"), ["form-row-gone"]),
    "a question of another rubric": (
        replaced("sc:q ampleur-besoin ", "sc:q autre-chose "),
        ["form-row-gone", "form-row-unknown"],
    ),
    "a question twice": (after("q ancrage-terrain", f"### Encore <!-- sc:{ONE} -->"), None),
    "a mark of nothing": (after(ONE, "Ici <!-- sc:rien -->"), ["form-row-unknown"]),
    "words between the fields": (after(ONE, "À revoir avec le comité."), ["form-kept-apart"]),
    "a quote between the fields": (after(ONE, "> À revoir."), ["form-kept-apart"]),
    "words above the form": (lambda text: f"Bonjour,\n\nvoici.\n\n{text}", []),
    "a signature under it": (lambda text: f"{text}\n\n-- \nLa coordination", []),
    "a level written over": (replaced("**2 · ", "**Deux, presque · "), ["form-kept-apart"]),
    "a known record written over": (replaced("Portrait", "Autoportrait"), ["form-kept-apart"]),
    "a record that still holds": (replaced("| Portrait |  |  |", "| Portrait |  | Oui |"), []),
    "a record that holds perhaps": (
        replaced("| Portrait |  |  |", "| Portrait |  | bof |"),
        ["form-not-a-choice"],
    ),
    "a record of nobody": (replaced("sc:record p1", "sc:record p9"), ["form-row-unknown"]),
    "an instance of nobody": (
        replaced("sc:instance milieux ecole-a", "sc:instance milieux ecole-z"),
        ["form-row-gone"] * 3 + ["form-row-unknown"],
    ),
    "a reason beside a level": (_stray_reason, ["form-kept-apart"]),
    "the mark cut": (lambda text: re.sub(r"(sc:mark\n.{40}).*\n", r"\1\n", text), None),
    "the mark gone": (lambda text: text[: text.index("<!-- sc:mark")], ["form-mark-damaged"]),
    "columns lined up": (lambda text: re.sub(r" --- \|", " :------- |", text), []),
    "tabs before boxes": (lambda text: text.replace("- [", "-\t["), []),
    "lines joined by an old Mac": (lambda text: text.replace("\n", "\r"), []),
    "no blank line at all": (lambda text: re.sub(r"\n\n+", "\n", text), []),
    "two blank lines everywhere": (lambda text: text.replace("\n\n", "\n\n\n"), []),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_form_is_read_or_each_fault_is_named(damage: str) -> None:
    change, expected = DAMAGE[damage]
    found = filled(change(pen().text))
    codes = sorted(one.code for one in found.misread)
    assert codes if expected is None else codes == expected
    if expected == []:
        assert found.data["answers"]["ampleur-besoin"] == "2"


@pytest.mark.parametrize("text", HOSTILE)
def test_a_hostile_note_comes_back_and_answers_nothing(text: str) -> None:
    one = pen()
    one.within("q ancrage-terrain").quote("note", text)
    found = filled(one.text)
    assert found.misread == ()
    assert set(found.data["answers"]) == {"ampleur-besoin", "ancrage-terrain"}
    assert found.data["answers"]["ancrage-terrain"] == {"unknown": "yes", "note": text}


@pytest.mark.parametrize("text", ["Une note\nsur deux lignes", "- un\n- deux", "1. un\n\n2. deux"])
def test_a_note_written_without_its_sign_is_read_all_the_same(text: str) -> None:
    one = pen()
    line = one.within("q ancrage-terrain")._line("text note")
    one.lines[line + 2] = text
    found = filled(one.text)
    assert found.misread == ()
    note = found.data["answers"]["ancrage-terrain"]["note"]
    assert note.split() == text.split()


@pytest.mark.parametrize("size", [0, 1, 80, 900, 9_000])
def test_a_form_cut_anywhere_is_named(size: int) -> None:
    data = FORM.encode()[:size]
    if find_mark(data, "coupé.md") is not None:
        assert filled(data).misread


@pytest.mark.parametrize(
    "data",
    [b"", b"\x00\xff", b"# Un texte\n", b"<!-- sc:q un -->", b"PK\x03\x04", b"- [x] trois"],
)
def test_what_is_no_form_of_ours_is_none(data: bytes) -> None:
    assert find_mark(data, "autre.md") is None


def test_each_fault_and_each_part_is_named_by_its_line() -> None:
    text = pen().text
    line = next(n for n, one in enumerate(text.split("\n"), 1) if "- [x]" in one)
    assert filled(text).cells[("answers", "ampleur-besoin")] == f"{line}:1"
    [wrong] = filled(text.replace("[x]", "[?]", 1)).misread
    assert wrong.cell == f"{line}:1"


@pytest.mark.parametrize("typed", ["2 à 3", "2 - 3", "2-3", "2 to 3", "2, 3", "2; 3", "2 3"])
def test_two_levels_are_read_however_they_are_joined(typed: str) -> None:
    one = Pen(FORM)
    one.within(ONE).cell("between", typed)
    found = filled(one.text)
    assert found.data["answers"]["ampleur-besoin"] == {"between": ("2", "3")}


def test_facts_are_read_by_their_ids_or_their_titles() -> None:
    one = Pen(FORM)
    one.within("part facts").cell("fact-projets-voisins", "Non")
    one.cell("fact-milieux-cibles", "`alike`")
    one.cell("fact-visee", "Un autre secteur, more-people")
    found = filled(one.text).data["attributes"]
    assert found["projets-voisins"] == ("no",)
    assert found["milieux-cibles"] == ("alike",)
    assert found["visee"] == ("other-sector", "more-people")


def test_parts_copied_to_add_instances_each_give_one() -> None:
    one = Pen(FORM)
    one.copy("instance milieux +")
    text = one.text
    for title in ("Centre É", "Centre É"):
        place = text.index("sc:field instance-title -->")
        text = text[:place] + text[place:].replace("|  |", f"| {title} |", 1)
        text = text.replace("sc:field instance-title -->", "sc:field @ -->", 1)
    found = filled(text.replace("sc:field @ -->", "sc:field instance-title -->"))
    assert found.misread == ()
    ids = [one["id"] for one in found.data["settings"]]
    assert ids == ["ecole-a", "centre-e", "centre-e-2"]
