"""Assess a project, from values or from files, and verify a stored result."""

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

from scalecheck.api.loading import OpenProject, check_fit, open_project, shelf, version
from scalecheck.api.past import earlier
from scalecheck.errors import InvalidDocument, MismatchedRubric, UnknownName
from scalecheck.model.assessment import Assessment
from scalecheck.model.base import MONTH, is_day
from scalecheck.model.diagnostic import Diagnostic, Severity, problem
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.report.provenance import Provenance
from scalecheck.report.result import FORMAT, render_json
from scalecheck.report.result_check import ResultDifference, compare
from scalecheck.scoring.assess import Options
from scalecheck.scoring.assess import assess as run_assess
from scalecheck.scoring.calendar import last_day
from scalecheck.source.files import read_bytes
from scalecheck.source.shelf import Shelved


def assess(
    rubric: Rubric,
    project: Project,
    *,
    as_of: str | None = None,
    vocabularies: Vocabularies | None = None,
) -> Assessment:
    """Assess a project under a rubric: pure, total, and the same for the same inputs.

    Args:
        rubric: the instrument.
        project: what is assessed.
        as_of: a date (`2026-10-15`): the newest assessment up to it, with ages counted to it.
        vocabularies: the closed lists; they say which evidence does not age.
    """
    return run_assess(rubric, project, Options(as_of=as_of, vocabularies=vocabularies))


def assess_history(found: Assessment) -> tuple[Assessment, ...]:
    """Assess again the earlier dates of a project under the same rubric, oldest first."""
    past = Options(vocabularies=found.vocabularies, steps=False, sensitivity=False)
    return tuple(
        run_assess(found.rubric, found.project, past._replace(position=position))
        for position in earlier(found)
    )


class Run(NamedTuple):
    """One assessment made from files: the result, where it comes from, and its project."""

    assessment: Assessment
    provenance: Provenance
    opened: OpenProject
    shelved: Shelved


def assess_files(
    path: str | Path,
    rubric: str | None = None,
    *,
    folders: Sequence[str | Path] = (),
    as_of: str | None = None,
    cache: bool = True,
) -> Run:
    """Assess a project file under a rubric, its own by default.

    Raises:
        SourceError: a file cannot be read, or is not valid, or does not fit its rubric.
        UnknownName, AmbiguousRubric: the rubric cannot be found.
        MismatchedRubric: the project has no answer to that rubric.
    """
    place = shelf(folders, cache=cache)
    opened = open_project(path)
    check_date(opened, as_of)
    shelved = place.find(rubric or opened.project.current.rubric)
    vocabularies = place.vocabularies()
    misfits = check_fit(opened, shelved.rubric, vocabularies)
    if misfits:
        raise InvalidDocument(misfits)
    kept = answers_to(opened.project, shelved.rubric)
    found = assess(shelved.rubric, kept, as_of=as_of, vocabularies=vocabularies)
    provenance = Provenance(
        version(), shelved.sha256, shelved.origin, opened.sha256, opened.file, as_of
    )
    return Run(found, provenance, opened, shelved)


def check_date(opened: OpenProject, as_of: str | None) -> None:
    """Refuse a date that is none, or that comes before every assessment.

    Raises:
        UnknownName: not a date.
        InvalidDocument: the project has no assessment by then.
    """
    if as_of is None:
        return
    if not (MONTH.match(as_of) or is_day(as_of)):
        raise UnknownName("date", as_of, ())
    if all(snapshot.date > last_day(as_of) for snapshot in opened.project.assessments):
        first = min(snapshot.date for snapshot in opened.project.assessments)
        found = problem("no-assessment-by", ("assessments",), at_key=True, date=as_of, first=first)
        raise InvalidDocument([opened.document.diagnose(found)])


def answers_to(project: Project, rubric: Rubric) -> Project:
    """Keep the project as it is when its current answers are to a rubric, or may be read by it.

    Answers to another rubric are read where that one shares criteria, as `screening` does.

    Raises:
        MismatchedRubric: no criterion of the rubric is answered.
    """
    named = {criterion.id for criterion in rubric.criteria}
    named |= {group.id for group in rubric.groups}
    current = project.current
    if current.rubric != rubric.id and not named & set(current.answers):
        raise MismatchedRubric(rubric.id, current.rubric)
    return project


def verify(
    result: str | Path,
    project: str | Path | None = None,
    rubric: str | None = None,
    *,
    folders: Sequence[str | Path] = (),
    cache: bool = True,
) -> tuple[ResultDifference, ...]:
    """Compute a stored JSON result again from its inputs, and name what differs.

    Args:
        result: the stored result.
        project: its project; by default the file that the result names, looked for from here and
            beside the result.
        rubric: its rubric; by default the one that the result names.
        folders: where rubrics are looked for first.
        cache: whether kept rubrics are used.

    Raises:
        SourceError: an input cannot be read, or is not valid.
    """
    stored = read_result(Path(result))
    inputs = stored["inputs"]
    named = inputs["rubric"]
    origin = named["id"] if named["origin"] == "shipped" else named["origin"]
    run = assess_files(
        project or _beside(inputs["project"]["file"], Path(result)),
        rubric or origin,
        folders=folders,
        as_of=inputs["as_of"],
        cache=cache,
    )
    said = run.provenance._replace(
        project_file=inputs["project"]["file"], rubric_origin=named["origin"]
    )
    found = json.loads(render_json(run.assessment, said))
    return tuple(compare(stored, found))


def read_result(path: Path) -> Any:
    """Read a stored result.

    Raises:
        UnreadableSource: it cannot be read.
        InvalidDocument: it is not JSON, or not a result of ours.
    """
    data = read_bytes(path)
    try:
        stored = json.loads(data.decode("utf-8-sig"))
        inputs = stored["inputs"]
        complete = stored["format"] == FORMAT and "as_of" in inputs
        complete = complete and {"id", "origin"} <= set(inputs["rubric"])
        if complete and isinstance(inputs["project"]["file"], str):
            return stored
    except (ValueError, KeyError, TypeError, RecursionError):
        pass
    raise InvalidDocument([Diagnostic("not-a-result", Severity.ERROR, str(path), (), None)])


def _beside(file: str, result: Path) -> Path:
    return Path(file) if Path(file).exists() else result.parent / Path(file).name
