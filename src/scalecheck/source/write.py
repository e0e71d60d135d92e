"""Write a file whole or not at all, and never over another unless told to."""

import errno
import os
from pathlib import Path
from shutil import copymode

from scalecheck.errors import CannotWrite, WouldOverwrite


def write_whole(path: Path, content: str | bytes, *, force: bool = False) -> None:
    """Write a text in UTF-8, or bytes, through a temporary file beside its target.

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
        partial.write_bytes(content.encode() if isinstance(content, str) else content)
        if path.exists():
            copymode(path, partial)
        partial.replace(path)
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        raise CannotWrite(str(path), _cause(error)) from error


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


def _cause(error: OSError | ValueError) -> str:
    if isinstance(error, OSError):
        return _CAUSES.get(error.errno or 0, error.strerror or type(error).__name__)
    return str(error)
