"""From what pydantic refused to our own problems: a code, a path, facts, and no echo."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from scalecheck.model.diagnostic import Path, Problem, problem

_CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-one-of",
    "enum": "not-one-of",
    "union_tag_invalid": "not-one-of",
    "union_tag_not_found": "missing-tag",
    "too_short": "too-few",
    "too_long": "too-many",
    "string_pattern_mismatch": "bad-pattern",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "dict_type": "not-a-mapping-here",
    "mapping_type": "not-a-mapping-here",
    "model_type": "not-a-mapping-here",
    "model_attributes_type": "not-a-mapping-here",
    "tuple_type": "not-a-list",
    "list_type": "not-a-list",
    "iteration_error": "not-a-list",
    "string_type": "not-text",
}


def read_refusals(error: ValidationError, data: Any, model: type[BaseModel]) -> list[Problem]:
    """Turn a pydantic error into problems, each at its own path, echoes left out."""
    found = [_read_one(entry, data, model) for entry in error.errors(include_url=False)]
    return without_echoes(dict.fromkeys(found))


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out a container's complaint about the parts that were refused inside it."""
    kept = list(problems)
    paths = [p.path for p in kept]
    return [
        p
        for p in kept
        if p.code not in ("too-few", "missing-key")
        or not any(len(o) > len(p.path) and o[: len(p.path)] == p.path for o in paths)
    ]


def _read_one(entry: Any, data: Any, model: type[BaseModel]) -> Problem:
    path = real_path(data, entry["loc"])
    context: Mapping[str, Any] = entry.get("ctx") or {}
    kind = entry["type"]
    if kind in ("missing", "extra_forbidden"):
        name = str(entry["loc"][-1])
        known = ", ".join(_known_keys(model, entry["loc"][:-1]))
        return problem(_CODES[kind], path, at_key=kind == "extra_forbidden", name=name, known=known)
    if kind in _CODES:
        expected = context.get("expected") or context.get("expected_tags") or _limit(context)
        known = str(expected).replace("'", "")
        return problem(_CODES[kind], path, got=_shown(entry["input"]), known=known)
    facts = {key: value for key, value in context.items() if key != "code"}
    at_key = bool(entry["loc"]) and entry["loc"][-1] == "[key]"
    return problem(kind, path, at_key=at_key, **facts)


def _limit(context: Mapping[str, Any]) -> object:
    for name in ("min_length", "max_length", "ge", "le", "pattern", "discriminator"):
        if name in context:
            return context[name]
    return ""


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "{…}"
    if isinstance(value, list | tuple):
        return "[…]"
    text = str(value)
    return text if len(text) <= 60 else f"{text[:59]}…"


def real_path(data: Any, loc: tuple[Any, ...]) -> Path:
    """Keep of a location the parts that the document has; a missing last key stays."""
    path: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        found = _enter(here, part)
        if found is not None:
            here = found
        elif position < len(loc) - 1 or part == "[key]" or not isinstance(here, Mapping):
            continue
        path.append(part)
    return tuple(path)


def _enter(here: Any, part: Any) -> Any:
    if isinstance(here, Mapping):
        return here.get(part)
    if isinstance(here, list | tuple) and isinstance(part, int) and part < len(here):
        return here[part]
    return None


def _known_keys(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """The keys that the model at a location knows: the nearest model on the way."""
    current: Any = model
    for part in loc:
        current = _step(current, part) or current
    fields = getattr(current, "model_fields", {})
    return tuple(field.alias or name for name, field in fields.items())


def _step(model: Any, part: Any) -> Any:
    for name, field in getattr(model, "model_fields", {}).items():
        if part in (name, field.alias):
            return _model_in(field.annotation)
    return None


def _model_in(annotation: Any) -> Any:
    """The one model named in an annotation, or None where there are several or none."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    inner = [_model_in(part) for part in getattr(annotation, "__args__", ())]
    models = [m for m in inner if m is not None]
    return models[0] if len(models) == 1 else None
