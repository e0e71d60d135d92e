"""Put off the collection of garbage where much is made and little is dropped."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_PACE = 4_000_000  # bytes between two looks at the whole heap


class _Pace:
    """How many bytes were read since garbage was last looked for in earnest."""

    read = 0


@contextmanager
def without_collection(size: int) -> Iterator[None]:
    """Put off garbage collection: a tree in the making has no garbage, and looking costs half.

    `size` is how many bytes are about to be read; inside another one, this does nothing.

    A whole tree then counts as old, which hides from the collector how fast the heap grows: it is
    told to look after some megabytes read, before the next document.
    """
    if not gc.isenabled():
        yield
        return
    if _Pace.read > _PACE:
        gc.collect()
        _Pace.read = 0
    _Pace.read += size
    gc.disable()
    try:
        yield
    finally:
        if gc.get_freeze_count() == 0:
            gc.freeze()
            gc.unfreeze()
        gc.enable()
