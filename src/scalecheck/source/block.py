"""Write plain data as YAML on several lines: what people will read and edit."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scalecheck.source.emit import emit, emit_key


def write_document(data: Mapping[str, Any]) -> str:
    """Write a whole new document, one part a line, the entries of its lists and records too."""
    return "\n".join(line for key, value in data.items() for line in part_lines(key, value)) + "\n"


def part_lines(key: str, value: Any) -> Iterator[str]:
    """Write a part of a document: what is in a list or a mapping, one line each."""
    if not value or isinstance(value, str) or not any(map(_is_deep, _values(value))):
        yield f"{emit_key(key)}: {emit(value)}"
        return
    yield f"{emit_key(key)}:"
    for name, one in value.items() if isinstance(value, Mapping) else enumerate(value):
        if key == "assessments":
            yield from (f"  {line}" for line in listed_lines(one))
        elif isinstance(value, Mapping):
            yield f"  {emit_key(name)}: {emit(one)}"
        else:
            yield f"  - {emit(one)}"


def _values(value: Any) -> Iterable[Any]:
    return value.values() if isinstance(value, Mapping) else value


def _is_deep(value: Any) -> bool:
    return isinstance(value, Mapping | list | tuple)


def listed_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """Write an entry of a list: on one line, or one line a key where it holds answers."""
    if "answers" not in entry:
        yield f"- {emit(entry)}"
        return
    yield from (("  " if n else "- ") + line for n, line in enumerate(entry_lines(entry)))


def entry_lines(entry: Mapping[str, Any]) -> Iterator[str]:
    """Write the keys of an entry, one a line; so are answers, those of instances under theirs."""
    for key, value in entry.items():
        if key == "answers" and value:
            yield f"{key}:"
            yield from (f"  {line}" for line in _answer_lines(value))
        elif key == "plans" and value:
            yield f"{key}:"
            yield from (f"  - {emit(plan)}" for plan in value)
        else:
            yield f"{emit_key(key)}: {emit(value)}"


def _answer_lines(answers: Mapping[str, Any]) -> Iterator[str]:
    for name, given in answers.items():
        nested = isinstance(given, Mapping) and all(isinstance(v, Mapping) for v in given.values())
        if nested and given:
            yield f"{emit_key(name)}:"
            yield from (f"  {line}" for line in _answer_lines(given))
        else:
            yield f"{emit_key(name)}: {emit(given)}"
