"""The project files of a folder: found by their id, grown, as they stand or as they would."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext, suppress
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from scalecheck.api.loading import OpenProject, write_whole
from scalecheck.errors import CannotWrite, UnreadableSource, WouldOverwrite
from scalecheck.source.document import parse
from scalecheck.source.files import read_bytes, read_head
from scalecheck.source.kinds import kind_named
from scalecheck.source.load import build

_MARK = b"\xef\xbb\xbf"
_FORMAT = re.compile(rb"^format:[ \t]+[\"']?scalecheck/project@", re.MULTILINE)
_ID = re.compile(rb"^id:[ \t]+([\"']?)([a-z0-9-]+)\1[ \t]*(?:#.*)?\r?$", re.MULTILINE)


class Home(NamedTuple):
    """A project that was read, and the bytes that it was read from."""

    opened: OpenProject
    data: bytes

    def whole(self, text: str) -> bytes:
        """The bytes of the file with another text: a byte-order mark stays where there was one."""
        return (_MARK if self.data.startswith(_MARK) else b"") + text.encode()


class Homes:
    """The projects of a folder; a dry run keeps in mind what it would have written."""

    def __init__(self, folder: Path, *, dry_run: bool = False) -> None:
        self.folder, self.dry_run = folder, dry_run
        self.places = find_projects(folder)
        self.kept: dict[Path, bytes] = {}

    def find(self, name: str) -> list[Path]:
        """Find the files of a project, one made meanwhile under its own name included."""
        path = self.folder / f"{name}.yaml"
        if name not in self.places and path.is_file() and _project_id(path) == name:
            self.places[name] = [path]
        return self.places.get(name, [])

    def alone(self) -> AbstractContextManager[None]:
        """Keep the folder from other runs of this tool while a project is read and written."""
        return nullcontext() if self.dry_run else hold(self.folder)

    def open(self, path: Path) -> Home:
        """Read a project, as it would be by now in a dry run.

        Raises:
            SourceError: it cannot be read, or is not valid.
        """
        return open_home(path, self.kept.get(path))

    def create(self, name: str, text: str) -> Path:
        """Write the file of a new project.

        Raises:
            CannotWrite, WouldOverwrite: it cannot be; a dry run finds out as well.
        """
        path = self.folder / f"{name}.yaml"
        if path.exists():
            raise WouldOverwrite(str(path))
        self._write(path, text.encode(), force=False)
        self.places[name] = [path]
        return path

    def replace(self, path: Path, home: Home, text: str) -> None:
        """Write a project again, unless somebody else has since it was read.

        Raises:
            CannotWrite: it cannot be, or has changed; a dry run finds out as well.
        """
        if path not in self.kept and read_bytes(path) != home.data:
            raise CannotWrite(str(path), "changed")
        self._write(path, home.whole(text), force=True)

    def _write(self, path: Path, data: bytes, *, force: bool) -> None:
        if not self.dry_run:
            write_whole(path, data, force=force)
            return
        if path.is_symlink():
            raise CannotWrite(str(path), "symbolic-link")
        if not os.access(path.parent, os.W_OK):
            raise CannotWrite(str(path), "no-permission")
        self.kept[path] = data


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold a folder as the system lets us; what dies holding it lets it go, and leaves nothing."""
    with ExitStack() as held:
        # Windows and some network folders have none: the comparison before the writing stays.
        with suppress(ImportError, OSError):
            from fcntl import LOCK_EX, flock

            handle = os.open(folder, os.O_RDONLY)
            held.callback(os.close, handle)
            flock(handle, LOCK_EX)
        yield


def open_home(path: Path, data: bytes | None = None) -> Home:
    """Read a project, from bytes where they are given.

    Raises:
        SourceError: it cannot be read, or is not valid.
    """
    data = read_bytes(path) if data is None else data
    loaded = build(parse(data, str(path)), kind_named("project"))
    digest = sha256(data).hexdigest()
    return Home(OpenProject(loaded.value, loaded.document, digest, str(path)), data)


def find_projects(folder: Path) -> dict[str, list[Path]]:
    """Find the projects of a folder and of those below, by their id.

    What begins with a dot is passed over. A file whose id stands on a line of its own, as nearly
    all do, is not read as YAML.
    """
    found: dict[str, list[Path]] = {}
    for path in sorted(_yaml_files(folder)):
        name = _project_id(path)
        if name is not None:
            found.setdefault(name, []).append(path)
    return found


def _yaml_files(folder: Path) -> Iterator[Path]:
    for here, below, names in os.walk(folder):
        below[:] = [name for name in below if not name.startswith(".")]
        for name in names:
            if name.lower().endswith((".yaml", ".yml")) and not name.startswith("."):
                yield Path(here, name)


def _project_id(path: Path) -> str | None:
    try:
        data = read_bytes(path)
    except UnreadableSource:
        data = read_head(path) or b""  # too large, maybe: it will be refused by its name
    data = data.removeprefix(_MARK)
    if b"scalecheck/project@" not in data:
        return None
    plain = _ID.findall(data)
    if len(plain) == 1 and _FORMAT.search(data):
        return str(plain[0][1].decode())
    said = parse(data, str(path)).data
    is_project = isinstance(said, Mapping) and str(said.get("format")).startswith(_KIND)
    return str(said.get("id")) if is_project else None


_KIND = "scalecheck/project@"
