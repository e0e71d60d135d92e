"""The cases of the rules: a snippet laid over a sound document, and where its findings stand.

A snippet replaces the sections of the same name; it comes first, so its lines keep their numbers.
`# kind: project` on its first line lays it over a project (a rubric otherwise); a last line
`# found: 3:5 9:1` says where the findings of the rule are expected, in order.
"""

import re
from pathlib import Path
from typing import NamedTuple

from scalecheck.lint import check
from scalecheck.lint.choice import Choice
from scalecheck.lint.finder import Finder
from scalecheck.source.shelf import Shelf

FOLDER = Path(check.__file__).parent / "cases"
BASE = FOLDER / "base"
_SECTION = re.compile(r"^([A-Za-z_]+):", re.MULTILINE)
_KIND = re.compile(r"\A# kind: ([a-z-]+)\n")
_FOUND = re.compile(r"^# found: ([0-9: ]+)$", re.MULTILINE)


class Case(NamedTuple):
    """One case: its rule, its file, the kind of document, and the places to be found."""

    code: str
    file: Path
    kind: str
    places: tuple[str, ...]


def every_case():
    for file in sorted(FOLDER.glob("*/*.yaml")):
        if file.parent != BASE:
            text = file.read_text(encoding="utf-8")
            kind, found = _KIND.match(text), _FOUND.search(text)
            places = tuple(found[1].split()) if found else ()
            yield Case(file.parent.name, file, kind[1] if kind else "rubric", places)


def sections(text):
    """The sections of a document by name, each with its lines."""
    starts = [match.start() for match in _SECTION.finditer(text)]
    parts = [text[a:b] for a, b in zip(starts, [*starts[1:], None], strict=True)]
    return {part.partition(":")[0]: part for part in parts}


def compose(case):
    """The whole document of a case."""
    snippet = case.file.read_bytes().decode("utf-8")
    base = sections((BASE / f"{case.kind}.yaml").read_text(encoding="utf-8"))
    mine = sections(snippet)
    rest = "".join(part for name, part in base.items() if name not in mine)
    gap = "" if snippet.endswith("\n") else "\n"
    return f"{snippet}{gap}{rest}"


def check_case(case, folder, select=()):
    """Check a case in a folder where the base rubric can be found."""
    (folder / "base.yaml").write_text((BASE / "rubric.yaml").read_text(encoding="utf-8"))
    data = compose(case).encode()
    finder = Finder(Shelf((folder,), "test", False))
    return check.check_bytes(folder / f"{case.kind}-case.yaml", data, finder, Choice(select))
