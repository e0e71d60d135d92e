"""Keep a rubric that was read once, under the user's cache folder, and nowhere else.

A kept rubric is keyed by the hash of its bytes and by every version that shapes it, so a stale
one is never found. It is read back by an unpickler that knows the model's classes and nothing
more; whatever goes wrong, the rubric is simply read again.
"""

import io
import os
import pickle
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

from scalecheck.model.rubric import Rubric
from scalecheck.model.vocabularies import Vocabularies

_ALLOWED = ("scalecheck.model.",)
_NEEDED = {
    ("builtins", "set"),
    ("builtins", "frozenset"),
    ("fractions", "Fraction"),
    ("copyreg", "__newobj__"),
}


def cache_folder() -> Path:
    """The folder for kept rubrics, by the custom of each system."""
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home()) / "scalecheck" / "cache"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "scalecheck"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "scalecheck"


def cache_key(data: bytes, version: str) -> str:
    """Name the kept form of some bytes: content, tool and interpreter."""
    shape = f"{version}/{sys.implementation.cache_tag}/".encode()
    return sha256(shape + data).hexdigest()


class _Reader(pickle.Unpickler):
    """An unpickler for values of the model, and for nothing else."""

    def find_class(self, module_name: str, global_name: str, /) -> Any:
        is_ours = module_name.startswith(_ALLOWED)
        if not is_ours and (module_name, global_name) not in _NEEDED:
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        found = super().find_class(module_name, global_name)
        # A module of ours also holds what it imports, and a dotted name leads into that.
        if is_ours and not (isinstance(found, type) and found.__module__ == module_name):
            raise pickle.UnpicklingError(f"{module_name}.{global_name}")
        return found


def recall(key: str) -> Rubric | Vocabularies | None:
    """Find a kept rubric, or None: missing, damaged, or not to be had."""
    try:
        data = (cache_folder() / f"{key}.pickle").read_bytes()
        value = _Reader(io.BytesIO(data)).load()
    except (OSError, RuntimeError, pickle.UnpicklingError, EOFError, ValueError, TypeError):
        return None
    except (AttributeError, ImportError, IndexError, KeyError):
        return None
    return value if isinstance(value, Rubric | Vocabularies) else None


def keep(key: str, value: Rubric | Vocabularies) -> None:
    """Keep a rubric, whole or not at all; a folder that cannot be written is no error."""
    try:
        folder = cache_folder()
        folder.mkdir(parents=True, exist_ok=True)
        partial = folder / f"{key}.{os.getpid()}.partial"
        partial.write_bytes(pickle.dumps(value, protocol=5))
        partial.replace(folder / f"{key}.pickle")
    except (OSError, RuntimeError):
        return
