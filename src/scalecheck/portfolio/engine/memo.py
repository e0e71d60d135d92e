"""What is computed once for each thing it is asked of, and forgotten before it grows too large."""

from collections.abc import Callable, Hashable
from typing import TypeVar

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")
MOST = 200_000


class Memo(dict[K, V]):
    """A mapping that computes what it lacks."""

    def __init__(self, compute: Callable[[K], V], most: int = MOST) -> None:
        super().__init__()
        self._compute, self._most = compute, most

    def __missing__(self, key: K) -> V:
        if len(self) >= self._most:
            self.clear()
        found = self[key] = self._compute(key)
        return found
