"""An entry added to a list as text: read again, it is the same file with one entry more."""

import pytest

from scalecheck.model.base import Plain
from scalecheck.source.append import CannotAppendError, append_entry
from scalecheck.source.document import parse
from scalecheck.source.emit import emit

ENTRY = {"date": Plain("2027-01-01"), "note": "a: b", "answers": {"x": Plain("1")}}


def appended(text):
    document = parse(text.encode(), "f.yaml")
    made = append_entry(document, ("list",), ENTRY)
    assert parse(made.encode(), "f.yaml").data["list"][-1] == ENTRY
    return made


@pytest.mark.parametrize(
    "text",
    [
        "list:\n- a: 1\n",
        "list:\n  - a: 1\nafter: 2\n",
        "list:\n    -   a: 1\n        b: 2\n",
        "list: [{a: 1}]\n",
        "list: [\n  {a: 1},  # c\n  {b: 2},\n]\nafter: 3\n",
        "list:\n  - a: |\n      ligne\n      autre\n\n# c\nafter: 2\n",
        "list:\n  - a: >-\n      ligne",
        "list:\n  - {a: 1}  # fin\n\n\nafter: 2\n",
    ],
)
def test_an_entry_is_added_whatever_the_list_looks_like(text):
    made = appended(text)
    lines = [line for line in text.split("\n") if line.strip() not in ("", "]")]
    assert all(line.rstrip("]").rstrip() in made for line in lines)


def test_a_list_that_is_an_alias_is_refused():
    document = parse(b"x: &x [{a: 1}]\nlist: *x\n", "f.yaml")
    with pytest.raises(CannotAppendError):
        append_entry(document, ("list",), ENTRY)


@pytest.mark.parametrize(
    "value",
    [
        "simple",
        "a: b",
        'avec "guillemets"',
        "l’été — 50 %",
        "deux\nlignes",
        "\u2028\x85\x07",
        "# pas un commentaire",
        "[x]",
        "",
        "é" * 10,
    ],
)
def test_any_text_reads_back_as_it_was(value):
    data = {"list": ({"k": value, "p": Plain("0.5")},)}
    text = f"list: {emit(data['list'])}\n"
    found = parse(text.encode(), "f.yaml")
    assert found.data == data
    assert isinstance(found.data["list"][0]["p"], Plain)
    assert not isinstance(found.data["list"][0]["k"], Plain)
