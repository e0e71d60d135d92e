"""How much a stranger's template may do: counted in steps, never in seconds, so always the same."""

from collections.abc import Callable, Iterable, Iterator

from markupsafe import Markup

STEPS = 500_000  # turns of a loop, calls and numbers of a range, in one document
WRITTEN = 20_000_000  # characters of a document
LONGEST = 1_000_000  # characters of one text, or items of one list, while it is made
_BITS = 128  # of a number that is still reckoned with


class TooMuchError(Exception):
    """A template asked for more than a document may cost."""


class Budget:
    """What is left to spend on one document."""

    def __init__(self) -> None:
        self.steps, self.written = STEPS, WRITTEN

    def step(self, count: int = 1) -> None:
        """Spend some steps."""
        self.steps -= count
        if self.steps < 0:
            raise TooMuchError

    def counted(self, items: Iterable[object]) -> Iterator[object]:
        """Give items one by one, each for a step."""
        for item in items:
            self.step()
            yield item

    def range(self, *ends: int) -> Iterable[int]:
        """Count as Python does, each number for a step."""
        numbers = range(*ends)
        self.step(len(numbers))
        return numbers

    def told(self, text: str) -> Markup:
        """Write a text of the template itself."""
        self.write(len(text))
        return Markup(text)

    def write(self, count: int) -> None:
        """Spend some characters of the document."""
        self.written -= count
        if self.written < 0:
            raise TooMuchError

    def reckon(
        self, sign: str, compute: Callable[[object, object], object], pair: tuple[object, object]
    ) -> object:
        """Compute with two values, unless what comes of it could be too large.

        Raises:
            TooMuchError: a very long text or list, or a very large number.
            TypeError: `%` with a text, which could lay out any width.
        """
        left, right = pair
        if sign == "%" and isinstance(left, str):
            raise TypeError("%")
        if sign == "**" and not all(_small(one, 7) for one in pair):
            raise TooMuchError
        sizes = [_size(one) for one in pair]
        is_long = sign == "*" and _size_of_repeated(pair) > LONGEST
        if is_long or sum(sizes) > LONGEST or not all(_small(one, _BITS) for one in pair):
            raise TooMuchError
        return compute(left, right)

    def bounded(self, value: object) -> object:
        """Give a text back unless it has grown too long."""
        if _size(value) > LONGEST:
            raise TooMuchError
        return value

    def joined(self, items: Iterable[object], between: str = "") -> str:
        """Join texts, never into one that is too long."""
        texts = [str(one) for one in self.counted(items)]
        if sum(map(len, texts)) + len(between) * len(texts) > LONGEST:
            raise TooMuchError
        return between.join(texts)

    def replaced(self, text: object, old: str, new: str) -> str:
        """Put a text in the place of another, never into one that is too long."""
        said = str(text)
        if len(said) + (said.count(old) if old else len(said) + 1) * len(new) > LONGEST:
            raise TooMuchError
        return said.replace(old, new)


def _size(value: object) -> int:
    return len(value) if isinstance(value, str | tuple | list | dict) else 0


def _size_of_repeated(pair: tuple[object, object]) -> int:
    times = max((one for one in pair if isinstance(one, int)), default=1)
    return max(map(_size, pair)) * max(times, 1)


def _small(value: object, bits: int) -> bool:
    return not isinstance(value, int) or value.bit_length() <= bits
