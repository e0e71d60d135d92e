"""Read a file from strangers: a regular one, no larger than is accepted."""

import os
import stat
from pathlib import Path as FilePath

from scalecheck.errors import UnreadableSource
from scalecheck.model.diagnostic import Diagnostic, Severity
from scalecheck.source.document import Document, parse
from scalecheck.source.tree import Limits


def read_document(path: FilePath) -> Document:
    """Read a file.

    Raises:
        UnreadableSource: no such file, not a regular file, too large, not UTF-8, not YAML.
    """
    document = parse(read_bytes(path), str(path))
    if document.root is None:
        raise UnreadableSource(document.diagnostics)
    return document


def read_bytes(path: FilePath) -> bytes:
    """Read the bytes of a regular file, no more of them than are accepted.

    Raises:
        UnreadableSource: no such file, not a regular file, or the system refused.
    """
    try:
        # Not to hang on a pipe that nobody writes to, nor to be cheated between look and read.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError as error:
        raise UnreadableSource([_about(path, "no-such-file")]) from error
    except PermissionError as error:
        code = "not-a-file" if path.is_dir() else "no-permission"
        raise UnreadableSource([_about(path, code)]) from error
    except (OSError, ValueError) as error:
        raise UnreadableSource([_about(path, "unreadable-file", detail=_cause(error))]) from error
    status = os.fstat(handle)
    if not stat.S_ISREG(status.st_mode):
        os.close(handle)
        raise UnreadableSource([_about(path, "not-a-file")])
    try:
        with os.fdopen(handle, "rb") as file:
            data = file.read(Limits().size + 1)
    except OSError as error:
        raise UnreadableSource([_about(path, "unreadable-file", detail=_cause(error))]) from error
    return _bounded(path, data, status.st_size)


def _bounded(path: FilePath, data: bytes, size: int) -> bytes:
    limit = Limits().size
    if len(data) > limit:
        found = max(size, len(data))
        raise UnreadableSource([_about(path, "too-large", size=found, limit=limit)])
    return data


def _cause(error: OSError | ValueError) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)


def _about(path: FilePath, code: str, **facts: object) -> Diagnostic:
    said = tuple((name, str(value)) for name, value in facts.items())
    return Diagnostic(code, Severity.ERROR, str(path), (), None, said)
