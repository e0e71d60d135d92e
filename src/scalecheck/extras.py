"""The optional parts: heavy guests, imported inside the function that needs them."""

from collections.abc import Iterator
from contextlib import contextmanager

from scalecheck.errors import MissingExtra


@contextmanager
def needing(extra: str) -> Iterator[None]:
    """Hold the imports of an optional part, and say which one is missing.

    Raises:
        MissingExtra: it is not installed.
    """
    try:
        yield
    except ModuleNotFoundError as error:
        raise MissingExtra(extra) from error
