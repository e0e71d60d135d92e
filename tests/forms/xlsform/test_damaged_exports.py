"""Exports that were cut, saved by a spreadsheet, or changed by hand: each survives or is named."""

from collections.abc import Callable

import pytest
from tests.forms.xlsform import servers
from tests.forms.xlsform.exported import (
    LEVEL,
    NOTE,
    codes,
    column,
    made,
    odk_csv,
    results,
    table,
    text,
)

from scalecheck.forms.xlsform import find_mark


def changed(name: str, value: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[1][column(rows, name)] = value

    return change


def dropped(name: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        place = column(rows, name)
        for row in rows:
            del row[place]

    return change


def added(head: str, value: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[0].append(head)
        rows[1].append(value)

    return change


def renamed(name: str, head: str) -> Callable[[list[list[str]]], None]:
    def change(rows: list[list[str]]) -> None:
        rows[0][column(rows, name)] = head

    return change


def _moved(rows: list[list[str]]) -> None:
    for row in rows:
        row.reverse()


def _short(rows: list[list[str]]) -> None:
    del rows[1][-3:]


def _twice(rows: list[list[str]]) -> None:
    place = column(rows, LEVEL)
    rows[0].append(rows[0][place])
    rows[1].append("4")


def _blank_rows(rows: list[list[str]]) -> None:
    rows += [[], [""] * 5, []]


DAMAGE: dict[str, tuple[Callable, list[str]]] = {
    "nothing at all": (lambda rows: None, []),
    "columns moved": (_moved, []),
    "a row cut short": (_short, []),
    "blank rows under": (_blank_rows, []),
    "a column of the tool": (added("_notes", "vu"), []),
    "another column of the tool": (added("meta/rootUuid", "uuid:1"), []),
    "an empty column of someone": (added("Commentaire", ""), []),
    "a column of someone": (added("Commentaire", "à revoir"), ["form-header-unknown"]),
    "a text without a header": (added("", "à revoir"), ["form-header-unknown"]),
    "a header misspelt": (
        renamed(LEVEL, "q_ampleur_besoin__anser"),
        ["form-column-missing", "form-header-unknown"],
    ),
    "a column dropped": (dropped(NOTE), ["form-column-missing"]),
    "a column twice": (_twice, ["form-several-answers"]),
    "a level that is none": (changed(LEVEL, "9"), ["form-not-a-choice"]),
    "a level as a spreadsheet writes it": (changed(LEVEL, "2.0"), []),
    "a level with spaces": (changed(LEVEL, " 2 "), []),
    "an error for a level": (changed(LEVEL, "#REF!"), ["form-error-cell"]),
    "an error that is a note": (changed(NOTE, "#REF!"), []),
    "n/a for nothing": (changed(LEVEL, "n/a"), []),
    "a formula for a note": (changed(NOTE, "=1+1"), []),
    "one end beside a level": (changed("q_ampleur_besoin__low", "1"), ["form-kept-apart"]),
    "a day of a spreadsheet": (changed("s_date", "2026-10-15T00:00:00.000-05:00"), []),
    "no day": (changed("s_date", ""), []),
    "a fact that is no choice": (changed("f_visee", "more_people lune"), ["form-not-a-choice"]),
    "facts between commas": (changed("f_visee", "more_people,same_place"), []),
    "a tick that is no tick": (
        changed("more_people", "peut-être"),
        ["form-not-a-choice"],
    ),
    "ticks as words": (changed("more_people", "TRUE"), []),
    "a mark changed": (changed("scalecheck_mark_1", "AAAA"), ["form-mark-damaged"]),
    "a mark emptied": (changed("scalecheck_mark_1", ""), ["form-mark-damaged"]),
    "a mark dropped": (dropped("scalecheck_mark_1"), ["form-mark-damaged"]),
    "more counted than there are": (changed("n_r_NEW", "3"), ["form-repeats-missing"]),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_table_is_read_or_each_fault_is_named(damage: str) -> None:
    change, expected = DAMAGE[damage]
    rows = table(odk_csv())
    change(rows)
    assert sorted(codes(text(rows))) == expected


@pytest.mark.parametrize("separator", ",;\t")
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_any_separator_and_any_encoding_of_a_spreadsheet_is_read(
    separator: str, encoding: str
) -> None:
    data = text(table(odk_csv()), separator).decode().encode(encoding)
    [filled] = results(data)
    assert filled.misread == ()
    assert filled.data["answers"]["ampleur-besoin"]["note"] == "Été; « hiver »\n=2"


def test_the_line_that_says_the_separator_is_no_header() -> None:
    rows = text(table(odk_csv()), ";")
    assert codes(b"sep=;\r\n" + rows) == []


@pytest.mark.parametrize("size", [0, 1, 100, 5_000])
def test_a_file_cut_anywhere_is_read_or_refused(size: int) -> None:
    form, one = made()
    for data in (servers.kobo_json(form, [one]), servers.odk_zip(form, [one]), odk_csv()):
        cut = data[: min(size, len(data) - 40)]
        assert find_mark(cut, "coupé") is None or codes(cut)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01\x02",
        b"PK\x03\x04",
        b"{}",
        b"[]",
        b"[1, 2]",
        b'{"results": 3}',
        b"nom;note\nA;3\n",
        b"\xff\xfe\x00",
        b"[" * 10_000,
        '"jamais fermé'.encode(),
        b'{"a": ' * 50 + b"1" + b"}" * 50,
    ],
)
def test_what_is_no_export_of_ours_is_none(data: bytes) -> None:
    assert find_mark(data, "autre.csv") is None
