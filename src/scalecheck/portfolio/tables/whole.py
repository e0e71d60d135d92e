"""Files written whole or not at all: beside their place first, then put there in one move."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copymode

from scalecheck.errors import CannotWrite, WouldOverwrite

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


@contextmanager
def whole(path: Path, *, force: bool = False) -> Iterator[Path]:
    """Give the place to write at; what was written takes its name when all went well.

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
        cause = _CAUSES.get(error.errno or 0, error.strerror or type(error).__name__)
        raise CannotWrite(str(path), cause) from error
    finally:
        partial.unlink(missing_ok=True)
