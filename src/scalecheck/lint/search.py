"""Find the documents of folders: the files that say they are ours, and those that meant to.

A file that is named is always checked; this is about the others. Links to folders are not
followed, so that no walk leaves its folder or goes in a circle; what begins with a dot is passed
over. A file or a folder that cannot be opened is given all the same: it may be one of ours, and
the check says what is wrong with it.
"""

import os
import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import NamedTuple

from scalecheck.source.files import is_folder, read_head
from scalecheck.source.kinds import KINDS

_EXTENSIONS = (".yaml", ".yml")
# A name of ours, or a key that only our documents have.
_OURS = re.compile(rb"scalecheck/[a-z-]+@[0-9]|^\s*(- )?(non_answers|rubric_version)\s*:", re.M)
_FORMAT = re.compile(rb"""(?:^|[\r\n{,\xbf\xfe\xff])[ \t"']*format["']?\s*:[ \t"']*([^\s"',}]+)""")


class Candidate(NamedTuple):
    """What may be a document, by its name; `is_denied`: a folder that cannot be listed."""

    path: str
    is_denied: bool = False


def files_in(path: Path) -> Iterator[Path]:
    """The file itself, or the documents of a folder, in the order of their names."""
    if not is_folder(path):
        yield path
        return
    candidates = ((Path(one.path), one.is_denied) for one in walk(path))
    yield from sorted(file for file, is_denied in candidates if is_denied or _is_document(file))


def walk(folder: Path) -> Iterator[Candidate]:
    """Give what a folder holds that may be documents, by their names: none is opened; no order."""
    waiting = [str(folder)]
    while waiting:
        here = waiting.pop()
        try:
            with os.scandir(here) as found:
                entries = [entry for entry in found if not entry.name.startswith(".")]
        except OSError:
            yield Candidate(here, is_denied=True)
            continue
        waiting.extend(entry.path for entry in entries if _is_folder(entry))
        files = (entry for entry in entries if not _is_folder(entry))
        yield from (Candidate(one.path) for one in files if one.name.lower().endswith(_EXTENSIONS))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    return entry.is_dir(follow_symlinks=False)


def _is_document(file: Path) -> bool:
    head = read_head(file)
    return head is None or is_ours(head)


def is_ours(head: bytes) -> bool:
    """Tell from its first bytes whether a file is a document of ours, or was meant as one."""
    plain = head.replace(b"\0", b"")  # UTF-16 is refused later, with the reason
    if _OURS.search(plain):
        return True
    said = (found[1][:40].decode("latin-1").lower() for found in _FORMAT.finditer(plain))
    return any("scalecheck" in name or _is_near(name) for name in said)


@cache
def _is_near(name: str) -> bool:
    return bool(get_close_matches(name, [kind.format for kind in KINDS], 1, 0.7))
