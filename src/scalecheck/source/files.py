"""Read a file from strangers: a regular one, no larger than is accepted."""

import errno
import os
import stat
from pathlib import Path as FilePath
from typing import BinaryIO

from scalecheck.errors import UnreadableSource
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.source.document import Document, parse
from scalecheck.source.tree import Limits

_HEAD = 4096


def read_document(path: FilePath) -> Document:
    """Read a file.

    Raises:
        UnreadableSource: no such file, not a regular file, too large, not UTF-8, not YAML.
    """
    document = parse(read_bytes(path), str(path))
    if document.root is None:
        raise UnreadableSource(document.diagnostics)
    return document


def read_bytes(path: FilePath, most: int | None = None) -> bytes:
    """Read the bytes of a regular file, no more of them than are accepted.

    Args:
        path: the file.
        most: how many; by default as many as of a document.

    Raises:
        UnreadableSource: no such file, not a regular file, too large, or the system refused.
    """
    limit = Limits().size if most is None else most
    try:
        with _open(path) as file:
            size = os.fstat(file.fileno()).st_size
            # What grows, or tells no size, is read no further either.
            data = file.read(limit + 1) if size <= limit else b""
    except (OSError, ValueError) as error:
        raise UnreadableSource([_refusal(path, error)]) from error
    return _bounded(path, data, size, limit)


def read_head(path: FilePath) -> bytes | None:
    """Read the first bytes of a file; none of what is no regular file.

    Returns:
        None where the system refuses the file.
    """
    try:
        with _open(path) as file:
            return file.read(_HEAD)
    except _NotAFileError:
        return b""
    except (OSError, ValueError):
        return None


class _NotAFileError(OSError):
    """What stands there is a folder, a pipe, a device: nothing to be read."""


def _open(path: FilePath) -> BinaryIO:
    """Open a regular file, and no other: to look at a pipe or a device may wait, or do something.

    Raises:
        OSError, ValueError: the system refused.
    """
    if path.exists() and not path.is_file():
        raise _NotAFileError(path)
    # Not to be cheated between the look and the opening.
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise _NotAFileError(path)
    return os.fdopen(handle, "rb")


def _refusal(path: FilePath, error: OSError | ValueError) -> Diagnostic:
    """Say why a file cannot be had."""
    match error:
        case _NotAFileError() if _is_open(path):
            return _about(path, "not-a-file")
        case _NotAFileError():
            return _about(path, "folder-denied")
        case FileNotFoundError():
            return _about(path, "no-such-file")
        case PermissionError():
            return _about(path, "no-permission")
        case OSError(errno=errno.ELOOP):
            return _about(path, "link-loop")
        case _:
            detail = (error.strerror if isinstance(error, OSError) else None) or str(error)
            return _about(path, "unreadable-file", detail=detail)


def is_folder(path: FilePath) -> bool:
    """Tell whether a path leads to a folder; what cannot be looked at is none."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def _is_open(path: FilePath) -> bool:
    """Tell whether what is no file can be looked into, when it is a folder."""
    try:
        with os.scandir(path):
            return True
    except PermissionError:
        return False
    except OSError:
        return True


def _bounded(path: FilePath, data: bytes, size: int, limit: int) -> bytes:
    found = max(size, len(data))
    if found > limit:
        raise UnreadableSource([_about(path, "too-large", size=found, limit=limit)])
    return data


def _about(path: FilePath, code: str, **facts: object) -> Diagnostic:
    said = tuple((name, str(value)) for name, value in facts.items())
    return Diagnostic(code, Severity.ERROR, str(path), (), None, said)
