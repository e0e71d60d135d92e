"""Our own reading of the tables of words gives what TOML does."""

import tomllib
from pathlib import Path

import pytest

from scalecheck.language import tables
from scalecheck.language.catalogue import FOLDER
from scalecheck.language.tables import read_table

FILES = sorted(Path(FOLDER).rglob("*.toml"))


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.relative_to(FOLDER)}")
def test_a_table_of_words_is_read_as_toml(path):
    text = path.read_text(encoding="utf-8")
    assert read_table(text) == tomllib.loads(text)


# Those of problems, rules and schemas quote what to write; no report reads them.
QUOTING = ("problem", "schema")
PLAIN = [p for p in FILES if p.stem not in QUOTING and p.parent.parent == Path(FOLDER)]


@pytest.mark.parametrize("path", PLAIN, ids=lambda path: f"{path.relative_to(FOLDER)}")
def test_a_table_of_words_needs_no_library(path, monkeypatch):
    monkeypatch.setattr(tomllib, "loads", lambda _: pytest.fail("read as TOML"))
    assert read_table(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "line",
    [
        r'a = "b\"c"',
        'a = "b" # c',
        "a = 'b'",
        "a = 1",
        "a.b = 'c'",
        '"a b" = "c"',
        'a = { other = "b", one = "c" }',
        ' a = "b"',
        'a="b"',
        'a = """b"""',
        'a = ["b"]',
        "[[a]]",
        'a_b-c1 = "d"',
        "[ a ]",
        '["a"]',
        "[a] # b",
    ],
)
def test_any_other_line_is_read_as_toml(line):
    assert read_table(f"[x]\n{line}\n") == tomllib.loads(f"[x]\n{line}\n")


def test_what_is_no_toml_is_refused():
    with pytest.raises(ValueError, match="Expected"):
        read_table("a")
    with pytest.raises(ValueError, match="text already"):
        read_table('a = "b"\n[a]')
    assert tables.read_table("") == {}
