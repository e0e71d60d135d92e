"""Write a file whole or not at all, and never over another unless told to."""

import os
from pathlib import Path
from shutil import copymode

from scalecheck.errors import CannotWrite, WouldOverwrite


def write_whole(path: Path, text: str, *, force: bool = False) -> None:
    """Write a text in UTF-8 through a temporary file beside its target, which keeps its mode.

    Raises:
        WouldOverwrite: something stands there and `force` is not given.
        CannotWrite: the system refused; nothing is left behind.
    """
    if path.exists() and not force:
        raise WouldOverwrite(str(path))
    partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
    try:
        partial.write_text(text, encoding="utf-8", newline="\n")
        if path.exists():
            copymode(path, partial)
        partial.replace(path)
    except (OSError, ValueError) as error:
        partial.unlink(missing_ok=True)
        raise CannotWrite(str(path), str(error)) from error
