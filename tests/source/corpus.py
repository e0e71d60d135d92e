"""The corpus: what each file is read as, and what is found in it."""

from functools import partial
from pathlib import Path

from scalecheck.model.call import Call
from scalecheck.model.check_call import find_call_misfits
from scalecheck.model.check_fit import find_misfits
from scalecheck.model.check_tests import find_test_misfits
from scalecheck.model.diagnostic import Diagnostic, split_lines
from scalecheck.model.language import Language
from scalecheck.model.project import Project
from scalecheck.model.rubric_test import RubricTest
from scalecheck.report.findings.view import describe
from scalecheck.scoring.rubric_tests import build_project
from scalecheck.source.document import Document, parse
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import examine, load

FOLDER = Path(__file__).parent.parent / "corpus"
EXPECTED = FOLDER / "expected.tsv"
FILES = sorted(FOLDER.glob("[0-9]*.yaml"))
KINDS = {
    "rubric": "rubric",
    "test": "rubric-test",
    "vocabularies": "vocabularies",
    "call": "call",
}
COLUMNS = ("file", "kind", "line", "column", "code", "français", "english")


def kind_of_file(file: Path) -> str:
    """The kind a file is checked as: the second part of its name."""
    return KINDS.get(file.stem.split("-")[1], "project")


def fits(value: object, rubric, vocabularies):
    """What a project, a test or a call says that the corpus's own rubric does not know."""
    if isinstance(value, Project):
        return find_misfits(rubric, value, vocabularies)
    if isinstance(value, RubricTest) and value.cases:
        project = build_project(rubric, value, value.cases[0])
        return find_test_misfits(rubric, value, project)
    if isinstance(value, Call):
        return find_call_misfits(rubric, value)
    return ()


def companions():
    """The rubric and the vocabularies that the files of the corpus are held against."""
    rubric = load(FOLDER / "with" / "petite-grille.yaml", kind_named("rubric")).value
    words = load(FOLDER / "with" / "vocabulaire.yaml", kind_named("vocabularies")).value
    return rubric, words


def survey(file: Path) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Everything that is found in a file."""
    document = parse(file.read_bytes(), file.name)
    if document.root is None:
        return document, document.diagnostics
    rubric, words = companions()
    more = partial(fits, rubric=rubric, vocabularies=words)
    return document, examine(document, kind_named(kind_of_file(file)), more)[1]


def rows_of(file: Path) -> list[tuple[str, ...]]:
    """One row a finding: where it is, its code, and what is said in each language."""
    document, found = survey(file)
    lines = split_lines(document.text)
    rows = []
    for diagnostic in found:
        views = [describe(diagnostic, language, lines) for language in Language]
        place = diagnostic.span[:2] if diagnostic.span else ("", "")
        said = [f"{view.what} → {view.fix}" for view in views]
        row = (file.name, kind_of_file(file), *place, diagnostic.code, *said)
        rows.append(tuple(str(cell).replace("\t", " ") for cell in row))
    return rows
