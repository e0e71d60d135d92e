"""Write a file whole or not at all, and never over another unless told to."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode

from scalecheck.errors import CannotWrite, WouldOverwrite

# What the person can do something about; anything else is told in the words of the system.
_CAUSES = {
    errno.ENOENT: "no-folder",
    errno.ENOTDIR: "no-folder",
    errno.EACCES: "no-permission",
    errno.EPERM: "no-permission",
    errno.EROFS: "read-only",
    errno.ENOSPC: "no-space",
    errno.EISDIR: "is-folder",
    errno.ENAMETOOLONG: "name-too-long",
}


def write_whole(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write a text in UTF-8, or bytes.

    Raises:
        CannotWrite, WouldOverwrite: as `whole`; also where the text cannot be encoded.
    """
    with whole(path, force=force) as partial:
        try:
            partial.write_bytes(content.encode() if isinstance(content, str) else content)
        except ValueError as error:
            raise CannotWrite(str(path), str(error)) from error


@contextmanager
def whole(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give a place beside a file to write at; what was written takes its name when all went well.

    The file keeps the mode of the one that it replaces.

    Raises:
        CannotWrite: a link stands there, or the system refused; nothing is left behind.
        WouldOverwrite: something stands there and `force` is not given.
    """
    if path.is_symlink():
        raise CannotWrite(str(path), "symbolic-link")
    if path.exists() and not force:
        raise WouldOverwrite(str(path))
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        yield partial
        if path.exists():
            copymode(path, partial)
        partial.replace(path)
    except OSError as error:
        raise CannotWrite(str(path), _cause(error)) from error
    finally:
        _remove(partial)


def _remove(partial: Path) -> None:
    try:
        partial.unlink(missing_ok=True)
    except (OSError, ValueError):
        return  # nothing was written there: its folder is none, or its name is not one


def _cause(error: OSError) -> str:
    return _CAUSES.get(error.errno or 0, error.strerror or type(error).__name__)
