"""Find the rubrics that documents lean on, each read once in a run."""

from pathlib import Path

from scalecheck.errors import AmbiguousRubric, SourceError, UnknownName
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.shelf import Shelf


class Finder:
    """A shelf that remembers; a rubric beside the document is found as well."""

    def __init__(self, shelf: Shelf) -> None:
        self.shelf = shelf
        self._found: dict[tuple[str, Path], Rubric | None] = {}
        self._known: dict[Path, tuple[str, ...]] = {}
        self._vocabularies: Vocabularies | None = None

    def near(self, file: Path) -> Shelf:
        """The shelf as a document sees it: its own folder comes last before the shipped ones."""
        return self.shelf._replace(folders=(*self.shelf.folders, file.parent))

    def find(self, name: str, file: Path) -> Rubric | None:
        """Find a rubric by id; None where there is none, or none that is sound."""
        key = (name, file.parent)
        if key not in self._found:
            self._found[key] = self._read(name, file)
        return self._found[key]

    def _read(self, name: str, file: Path) -> Rubric | None:
        try:
            return self.near(file).find(name).rubric
        except (UnknownName, AmbiguousRubric, SourceError):
            return None

    def known(self, file: Path) -> tuple[str, ...]:
        """The ids of the rubrics that a document can name; folders are listed once."""
        if file.parent not in self._known:
            self._known[file.parent] = tuple(name for name, _ in self.near(file).list())
        return self._known[file.parent]

    def vocabularies(self) -> Vocabularies:
        """The closed lists shipped with the tool."""
        if self._vocabularies is None:
            self._vocabularies = self.shelf.vocabularies()
        return self._vocabularies
