"""Find a rubric by its id or its path: given folders, `./rubrics`, then the shipped ones."""

from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from scalecheck.errors import AmbiguousRubric, UnknownName
from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies
from scalecheck.source.compiled import cache_key, keep, recall
from scalecheck.source.document import Document, parse
from scalecheck.source.files import read_bytes, read_document
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

SHIPPED = "shipped"


class Shelved(NamedTuple):
    """A rubric and where it came from: `origin` is a path, or `shipped`."""

    rubric: Rubric
    path: Path
    origin: str
    sha256: str

    def document(self) -> Document:
        """Read the file again, for the place of things in it."""
        return read_document(self.path)


class Shelf(NamedTuple):
    """Where rubrics are looked for, and whether read ones are kept for the next time."""

    folders: tuple[Path, ...] = ()
    version: str = ""
    cache: bool = True

    def places(self) -> Iterator[tuple[Path, str]]:
        """The folders, in the order they are searched, with what to call each."""
        for folder in (*self.folders, Path("rubrics")):
            yield folder, str(folder)
        yield shipped_folder(), SHIPPED

    def find(self, name: str) -> Shelved:
        """Find a rubric.

        Args:
            name: an id (`is-echelle`) or a path (`rubrics/mine.yaml`).

        Raises:
            UnknownName: no folder has a rubric of that id.
            AmbiguousRubric: two have, of one version and with different content.
            SourceError: the file cannot be read, or is not a valid rubric.
        """
        if is_path(name):
            return self._read(Path(name), name)
        found = [(folder / f"{name}.yaml", origin) for folder, origin in self.places()]
        there = [(path, origin) for path, origin in found if path.is_file()]
        if not there:
            raise UnknownName("rubric", name, sorted({i for i, _ in self.list()}))
        path, origin = there[0]
        shelved = self._read(path, origin if origin == SHIPPED else str(path))
        self._compare(shelved, [path for path, _ in there[1:]])
        return shelved

    def _compare(self, first: Shelved, others: Sequence[Path]) -> None:
        for path in others:
            if sha256(read_bytes(path)).hexdigest() == first.sha256:
                continue
            other = self._read(path, str(path)).rubric
            if (other.id, other.version) == (first.rubric.id, first.rubric.version):
                raise AmbiguousRubric(other.id, (str(first.path), str(path)))

    def list(self) -> tuple[tuple[str, Path], ...]:
        """The rubrics that can be named, with their files; the first of an id wins."""
        found: dict[str, Path] = {}
        for folder, _ in self.places():
            for path in sorted(folder.glob("*.yaml")) if folder.is_dir() else ():
                if not path.name.endswith((".test.yaml", ".upgrade.yaml")):
                    found.setdefault(path.stem, path)
        return tuple(sorted(found.items()))

    def vocabularies(self) -> Vocabularies:
        """The closed lists shipped with the tool."""
        path = shipped_folder() / "vocabularies" / "quebec.yaml"
        value = self._value(path, read_bytes(path), "vocabularies")
        if not isinstance(value, Vocabularies):
            raise TypeError(path)
        return value

    def _read(self, path: Path, origin: str) -> Shelved:
        data = read_bytes(path)
        value = self._value(path, data, "rubric")
        if not isinstance(value, Rubric):
            raise TypeError(path)
        return Shelved(value, path, origin, sha256(data).hexdigest())

    def _value(self, path: Path, data: bytes, kind: str) -> Rubric | Vocabularies:
        key = cache_key(data, self.version) if self.cache else ""
        kept = recall(key) if self.cache else None
        if kept is not None:
            return kept
        value: Rubric | Vocabularies = build(parse(data, str(path)), kind_named(kind)).value
        if self.cache:
            keep(key, value)
        return value


def is_path(name: str) -> bool:
    """Tell whether a name is a path rather than an id."""
    return name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name


def shipped_folder() -> Path:
    """The folder of the shipped rubrics: in the wheel, or at the top of a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "rubrics"
    return inside if inside.is_dir() else package.parent.parent / "rubrics"
