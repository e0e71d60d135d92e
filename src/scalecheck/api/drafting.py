"""The draft of an interview: beside the project, written at each answer, read to go on."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from scalecheck.errors import InvalidDocument
from scalecheck.forms.interview.places import Kind, Place
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.check_answers import check_answers
from scalecheck.model.join_sheet import find_earlier, new_project
from scalecheck.model.nodes import nodes_of
from scalecheck.model.plain_data import sheet_data
from scalecheck.model.project import Project
from scalecheck.source.block import entry_lines, part_lines

HERE = "x-here"  # the key that says where the interview stood


def draft_of(path: Path) -> Path:
    """Name the draft of a project: beside it, `<project>.answers.yaml`."""
    return path.with_name(f"{path.stem}.answers.yaml")


def write_draft(sheet: AnswerSheet, here: Place) -> str:
    """Write a draft: a sheet of answers, one a line, and where the interview stood."""
    data = {**sheet_data(sheet), HERE: tuple(str(part) for part in here)}
    parts = (
        entry_lines({key: value}) if key == "answers" else part_lines(key, value)
        for key, value in data.items()
    )
    return "\n".join(line for lines in parts for line in lines) + "\n"


def open_draft(
    path: Path, project: Project | None, rubric: str | None, folders: Sequence[str | Path]
) -> tuple[AnswerSheet | None, Place | None]:
    """Read the draft beside a project, if any; one that is in the project already is taken away.

    Args:
        path: of the project.
        project: as it stands, or None.
        rubric: the one that was asked for, or None.
        folders: where rubrics are looked for first.

    Returns:
        The answers, and where the interview stood.

    Raises:
        InvalidDocument: it is not valid, or was made under another rubric or edition.
    """
    file = draft_of(path)
    if not file.exists():
        return None, None
    from scalecheck.api.returned import Reader

    reader = Reader(tuple(Path(one) for one in folders), rubric)
    found = next(reader.read(file))
    if found.sheet is None or found.rubric is None or found.diagnostics:
        raise InvalidDocument(found.diagnostics)
    sheet, place = found.sheet, found.place
    wrong = check_answers(
        nodes_of(found.rubric), sheet.answers, new_project(sheet, "x"), ("answers",)
    )
    diagnosed = [place.diagnose(one) for one in wrong] if place else []
    if diagnosed:
        raise InvalidDocument(diagnosed)
    if project is not None and _is_in(sheet, project):
        file.unlink()
        return None, None
    return sheet, _place(getattr(place, "data", {}))


def _is_in(sheet: AnswerSheet, project: Project) -> bool:
    """Tell whether the answers of a draft stand in the project: it was killed between the two."""
    position = find_earlier(sheet, project)
    return position is not None and project.assessments[position].answers == sheet.answers


def _place(data: Any) -> Place | None:
    where = data.get(HERE) if isinstance(data, dict) else None
    if not isinstance(where, tuple) or len(where) != len(Place._fields):
        return None
    kind, *rest = map(str, where)
    return Place(Kind(kind), *rest) if kind in set(Kind) else None


def read_draft_text(path: Path) -> str | None:
    """Read a draft as text, to see whether it has changed; None where there is none."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeError):
        return None
