"""Read each shape of data by the readers of its parts; whatever is not of that shape is refused."""

import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from typing import Any, NoReturn

from scalecheck.model.marks import Limits, Plain, RefusedValueError, ValidationInfo

Reader = Callable[[Any, ValidationInfo], Any]

TEXTS = (str, Plain)
_WORDS = dict.fromkeys(("1", "on", "t", "true", "y", "yes"), True)
_WORDS |= dict.fromkeys(("0", "off", "f", "false", "n", "no"), False)


def refuse() -> NoReturn:
    """Refuse, without saying why."""
    raise RefusedValueError("unread", {})


def read_text(data: Any, _: ValidationInfo) -> str:
    """Read a text, quoted or not."""
    return str(data) if type(data) in TEXTS else refuse()


def read_bool(data: Any, _: ValidationInfo) -> bool:
    """Read a boolean, or one of the words that pydantic takes for one."""
    if isinstance(data, bool):
        return data
    found = _WORDS.get(data.lower()) if type(data) in TEXTS else None
    return refuse() if found is None else found


def reader_of_words(words: Mapping[str, Any]) -> Reader:
    """Read one word of a closed list as what it stands for."""

    def read_word(data: Any, _: ValidationInfo) -> Any:
        found = words.get(data) if type(data) in TEXTS else None
        return refuse() if found is None else found

    return read_word


def reader_of_members(kind: type[Enum]) -> Reader:
    """Read a member of an enumeration by its value."""
    read_word = reader_of_words({member.value: member for member in kind})
    return lambda data, info: data if type(data) is kind else read_word(data, info)


def reader_of_many(read: Reader) -> Reader:
    """Read a list whose items are alike."""

    def read_many(data: Any, info: ValidationInfo) -> tuple[Any, ...]:
        if type(data) is not tuple and type(data) is not list:
            refuse()
        return tuple([read(item, info) for item in data])

    return read_many


def reader_of_few(readers: tuple[Reader, ...]) -> Reader:
    """Read a list of so many items, each by its own reader."""

    def read_few(data: Any, info: ValidationInfo) -> tuple[Any, ...]:
        if (type(data) is not tuple and type(data) is not list) or len(data) != len(readers):
            refuse()
        return tuple([one(item, info) for one, item in zip(readers, data, strict=True)])

    return read_few


def reader_of_mapping(read_key: Reader, read_value: Reader) -> Reader:
    """Read a mapping; of two keys that are read alike, the last holds."""

    def read_mapping(data: Any, info: ValidationInfo) -> dict[Any, Any]:
        if type(data) is not dict:
            refuse()
        return {read_key(key, info): read_value(item, info) for key, item in data.items()}

    return read_mapping


def reader_within(read: Reader, limits: Limits) -> Reader:
    """Read, and refuse what is out of some limits."""
    tests = tuple(_tests(limits))

    def read_within(data: Any, info: ValidationInfo) -> Any:
        value = read(data, info)
        for passes in tests:
            if not passes(value):
                refuse()
        return value

    return read_within if tests else read


def _tests(limits: Limits) -> Iterator[Callable[[Any], bool]]:
    least, most = limits.ge, limits.le
    fewest, longest = limits.min_length, limits.max_length
    if least is not None:
        yield lambda value: value >= least
    if most is not None:
        yield lambda value: value <= most
    if fewest is not None:
        yield lambda value: len(value) >= fewest
    if longest is not None:
        yield lambda value: len(value) <= longest
    if limits.pattern is not None:
        # A `$` stands before a last line end too in Python, and does not elsewhere.
        search = re.compile(limits.pattern).search
        yield lambda value: "\n" not in value and search(value) is not None
