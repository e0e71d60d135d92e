"""Back from values to the plain data that documents are made of, in its shortest form."""

import re
from collections.abc import Iterator, Mapping
from enum import Enum
from fractions import Fraction
from typing import Any

from scalecheck.model.answer import Answer
from scalecheck.model.answer_sheet import AnswerSheet
from scalecheck.model.base import Frozen, Plain
from scalecheck.model.instance import ContextSetting, Instance
from scalecheck.model.language import Language
from scalecheck.model.text import Text

_BARE = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*\Z")


def sheet_data(sheet: AnswerSheet) -> dict[str, Any]:
    """Bring a sheet of answers to plain data; what says nothing is left out."""
    said = {"language": Plain(str(sheet.language)), "kind": Plain(str(sheet.kind))}
    return {"format": Plain(sheet.format), **said, **_fields(sheet, sheet.language)}


def answer_data(answer: Answer, language: Language) -> Any:
    """Bring an answer to plain data, in its shortest form."""
    said = dict(_stated(answer))
    if answer.evidence is not None:
        said["evidence"] = tuple(map(Plain, answer.evidence))
    for word in ("note", "reason"):
        if getattr(answer, word) is not None:
            said[word] = text_data(getattr(answer, word), language)
    return _shorten(said)


def _stated(answer: Answer) -> Iterator[tuple[str, Any]]:
    for word in ("level", "amount"):
        if getattr(answer, word) is not None:
            yield word, Plain(str(getattr(answer, word)))
    if answer.between is not None:
        yield "between", tuple(map(Plain, answer.between))
    if answer.unknown:
        yield "unknown", Plain("yes")
    if answer.not_applicable is not None:
        yield "not_applicable", answer.not_applicable or Plain("yes")


def _shorten(said: dict[str, Any]) -> Any:
    if list(said) == ["level"]:
        return said["level"]
    return Plain("unknown") if list(said) == ["unknown"] else said


def text_data(text: Text, language: Language) -> Any:
    """Bring a text to plain data: bare where it is only in the language of the document."""
    said = {word: t for word, t in (("fr", text.fr), ("en", text.en)) if t is not None}
    return said[str(language)] if list(said) == [str(language)] else said


def instance_data(instance: Instance | ContextSetting, language: Language) -> dict[str, Any]:
    """Bring a member of a group to plain data: its attributes stand beside its name."""
    own = _fields(instance, language)
    attributes = own.pop("attributes", {})
    return {**own, **attributes}


def _fields(value: Frozen, language: Language) -> dict[str, Any]:
    """Bring the fields of a value to plain data, without those that say what is said anyway."""
    said = {name: getattr(value, name) for name in type(value).model_fields}
    facts = type(value).model_fields
    told = {name: one for name, one in said.items() if one != facts[name].default}
    found = {name.rstrip("_"): plain_data(one, language) for name, one in told.items()}
    return {name: one for name, one in found.items() if one != {}}


def plain_data(value: Any, language: Language) -> Any:
    """Bring any value of a document to plain data; empty parts come back empty."""
    match value:
        case Frozen():
            return _frozen_data(value, language)
        case Mapping():
            return {name: _single(plain_data(one, language)) for name, one in value.items()}
        case list() | tuple():
            return tuple(plain_data(one, language) for one in value)
        case _:
            return _scalar(value)


def _single(data: Any) -> Any:
    """Write the one value of a fact without its brackets."""
    is_one = isinstance(data, tuple) and len(data) == 1 and isinstance(data[0], str)
    return data[0] if is_one else data


def _frozen_data(value: Frozen, language: Language) -> Any:
    match value:
        case Text():
            return text_data(value, language)
        case Answer():
            return answer_data(value, language)
        case Instance() | ContextSetting():
            return instance_data(value, language)
        case _:
            return _fields(value, language)


def _scalar(value: Any) -> str:
    if isinstance(value, bool):
        return Plain("yes" if value else "no")
    if isinstance(value, Enum | Fraction | int):
        return Plain(str(value))
    return Plain(value) if _BARE.match(value) else str(value)


def as_plain(value: Any) -> Any:
    """Take all scalars as written without quotes: a form knows no quotes, its fields no types."""
    if isinstance(value, Mapping):
        return {
            str(name): _as_reason(one) if name == "not_applicable" else as_plain(one)
            for name, one in value.items()
        }
    if isinstance(value, list | tuple):
        return tuple(as_plain(one) for one in value)
    return Plain(value)


def _as_reason(value: Any) -> Any:
    """Keep a reason as it was typed, even `yes`; only a flag says that there is none."""
    if isinstance(value, str) or value is True:
        return Plain("yes") if value is True else value
    return as_plain(value)
