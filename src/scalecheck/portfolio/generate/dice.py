"""Chance that can be had again: the same draws from the same seed, on every machine."""

from collections.abc import Sequence
from random import Random
from typing import TypeVar

Item = TypeVar("Item")


class Dice:
    """Draws from a seed made of parts. Only `Random.random` is used: its stream never changes."""

    def __init__(self, *seed: object) -> None:
        self._next = Random(":".join(map(str, seed))).random

    def chance(self, share: float) -> bool:
        """Tell whether something that happens with this probability happens."""
        return self._next() < share

    def between(self, low: float, high: float) -> float:
        """Draw a number in a range."""
        return low + (high - low) * self._next()

    def whole(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + int(self._next() * (high - low + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """Draw one of several."""
        return items[int(self._next() * len(items))]

    def sample(self, items: Sequence[Item], count: int) -> list[Item]:
        """Draw several, none twice, in the order drawn; all of them where there are fewer."""
        left = list(items)
        return [left.pop(int(self._next() * len(left))) for _ in range(min(count, len(left)))]
