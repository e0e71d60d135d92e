"""Write plain data as YAML on one line, so that it reads back as it was."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from scalecheck.model.answer import Answer
from scalecheck.model.base import Plain
from scalecheck.model.language import Language
from scalecheck.model.text import Text

_BARE = re.compile(r"-?[0-9A-Za-z][0-9A-Za-z_./%+-]*\Z")
_HIDDEN = re.compile("[\x7f-\x9f\u2028\u2029\ufeff]")


def emit(value: Any) -> str:
    """Write a value; a scalar that was plain stays so where nothing in it needs quotes."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{emit_key(k)}: {emit(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(emit, value)) + "]"
    text = str(value)
    return text if isinstance(value, Plain) and _BARE.match(text) else quote(text)


def emit_key(key: object) -> str:
    """Write a key: bare where it can be."""
    return str(key) if _BARE.match(str(key)) else quote(str(key))


def quote(text: str) -> str:
    """Write a text in straight double quotes, on one line."""
    quoted = json.dumps(text, ensure_ascii=False)
    return _HIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


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
