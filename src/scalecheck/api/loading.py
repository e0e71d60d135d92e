"""Find and load what an assessment is made of."""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from scalecheck.model.check_fit import find_misfits
from scalecheck.model.diagnostic import Diagnostic
from scalecheck.model.project import Project
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build
from scalecheck.source.shelf import Shelf
from scalecheck.source.write import write_whole as put
from scalecheck.version import __version__


def version() -> str:
    """Give the version of the tool."""
    return __version__


def shelf(folders: Sequence[str | Path] = (), *, cache: bool = True) -> Shelf:
    """Make the shelf that rubrics are found on: given folders come first."""
    return Shelf(tuple(Path(folder) for folder in folders), version(), cache)


def load_rubric(name: str | Path, *, folders: Sequence[str | Path] = ()) -> Rubric:
    """Load a rubric by its id or its path.

    Raises:
        UnknownName: no rubric of that id.
        AmbiguousRubric: two of one id and version, with different content.
        SourceError: the file cannot be read, or is not a valid rubric.
    """
    return shelf(folders).find(str(name)).rubric


def load_vocabularies() -> Vocabularies:
    """Load the closed lists that are shipped."""
    return shelf().vocabularies()


def load_project(path: str | Path) -> Project:
    """Load a project descriptor.

    Raises:
        SourceError: the file cannot be read, or is not a valid project; every problem at once.
    """
    return open_project(path).project


class OpenProject(NamedTuple):
    """A project with the document it was read from, and the hash of its bytes."""

    project: Project
    document: Document
    sha256: str
    file: str


def open_project(path: str | Path) -> OpenProject:
    """Load a project, and keep what is needed to say where things stand in its file."""
    data = read_bytes(Path(path))
    document = parse(data, str(path))
    loaded = build(document, kind_named("project"))
    return OpenProject(loaded.value, document, sha256(data).hexdigest(), str(path))


def check_fit(
    opened: OpenProject, rubric: Rubric, vocabularies: Vocabularies | None = None
) -> tuple[Diagnostic, ...]:
    """Find what a project says that its rubric, or the closed lists, do not know."""
    problems = find_misfits(rubric, opened.project, vocabularies)
    return tuple(opened.document.diagnose(problem) for problem in problems)


def slug(name: str) -> str:
    """Make an identifier of a file name: small letters without accents, digits and hyphens."""
    from scalecheck.model.fresh import slug_of

    return slug_of(name, longest=None) or "sans-nom"


def write_whole(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write a file whole or not at all, and never over another unless told to."""
    put(path, content, force=force)
