"""From what pydantic refused to our own problems: a code, a path, facts, and no echo."""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel

from scalecheck.model.answer import ANSWER_KEYS
from scalecheck.model.base import Frozen, describe
from scalecheck.model.diagnostic import Path, Problem, problem
from scalecheck.model.instance import INSTANCE_KEYS
from scalecheck.model.rules import FIRST_WORDS
from scalecheck.model.twins import errors_of, twin_of
from scalecheck.source.keys import known_keys

Context = Mapping[str, Any]
Loc = tuple[Any, ...]

# As many as anyone will read; a file made to have more must not take the longer for it.
MOST = 1000
_KEY = "[key]"


def read_refusals(error: ValueError, data: Any, model: type[Frozen]) -> list[Problem]:
    """Turn a pydantic error into problems, each at its own path, echoes left out."""
    twin = twin_of(model)
    found = [_read_one(entry, data, twin) for entry in errors_of(error)[:MOST]]
    return without_echoes(dict.fromkeys(found))


def without_echoes(problems: Iterable[Problem]) -> list[Problem]:
    """Leave out what another problem explains.

    A container complains of the parts that were refused inside it; a key that is missing is
    often there, misspelt; a mapping that is no rule has nothing to say of its parts.
    """
    kept = list(problems)
    inner = {p.path[:end] for p in kept for end in range(len(p.path))}
    misspelt = [p for p in kept if p.code == "unknown-key"]
    lost: dict[Path, Problem] = {}
    for found in sorted(kept, key=_is_far_from_a_rule):
        if found.code == "unknown-rule":
            lost.setdefault(found.path[:-1], found)

    def is_echo(found: Problem) -> bool:
        match found.code:
            case "too-few":
                return found.path in inner
            case "missing-key":
                return _is_misspelt(found, misspelt)
            case "unknown-rule":
                return lost[found.path[:-1]] != found
            case _:
                return any(found.path[:n] in lost for n in range(len(found.path) + 1))

    return [found for found in kept if not is_echo(found)]


def _is_far_from_a_rule(found: Problem) -> bool:
    return not get_close_matches(str(found.path[-1]) if found.path else "", FIRST_WORDS, 1, 0.7)


def _is_misspelt(missing: Problem, misspelt: Iterable[Problem]) -> bool:
    names = [p.path[-1] for p in misspelt if p.path[:-1] == missing.path[:-1]]
    return bool(get_close_matches(str(missing.path[-1]), [str(n) for n in names], 1, 0.7))


def _read_one(entry: Any, data: Any, model: type[BaseModel]) -> Problem:
    kind, loc = entry["type"], entry["loc"]
    context: Context = entry.get("ctx") or {}
    path = real_path(data, loc, is_missing=kind == "missing")
    special = _misread_mapping(kind, loc, path, entry["input"])
    if special is not None:
        return special
    if kind in ("missing", "extra_forbidden"):
        return _read_key(kind, loc, path, model)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _read_tag(kind, path, context)
    if kind in _CODES:
        code, facts = _CODES[kind]
        return _with(code, path, {**facts(context), "got": describe(entry["input"])})
    at_key = bool(loc) and loc[-1] == _KEY
    if "code" in context:
        return _with(kind, path, {k: v for k, v in context.items() if k != "code"}, at_key)
    return problem("refused-value", path, at_key=at_key, got=describe(entry["input"]), detail=kind)


def _with(code: str, path: Path, facts: Context, at_key: bool = False) -> Problem:
    return Problem(code, path, tuple((name, str(fact)) for name, fact in facts.items()), at_key)


def _misread_mapping(kind: str, loc: Loc, path: Path, given: object) -> Problem | None:
    """See through what a union made of a mapping with a misspelt key."""
    if "levels" in loc and _is_no_requirement(kind, loc, given):
        name = str(loc[-2] if loc[-1] == _KEY else loc[-1])
        return problem("unknown-rule", path, at_key=True, name=name, known=", ".join(FIRST_WORDS))
    if loc[-2:-1] == ("group",) and kind in _NO_MAPPING:
        known = ", ".join(sorted(ANSWER_KEYS))
        return problem("unknown-key", path, at_key=True, name=loc[-1], known=known)
    misspelt = _misspelt_attribute(kind, loc)
    if misspelt is not None:
        here = path[: path.index(misspelt) + 1] if misspelt in path else path
        known = ", ".join(INSTANCE_KEYS)
        return problem("unknown-key", here, at_key=True, name=misspelt, known=known)
    return None


def _is_no_requirement(kind: str, loc: Loc, given: object) -> bool:
    """Tell whether an error inside a bare requirement shows a rule that was misspelt."""
    if kind == "not-slug" and loc[-1] == _KEY:
        return bool(get_close_matches(str(loc[-2]), FIRST_WORDS, 1, 0.7))
    nested = isinstance(given, Mapping | list | tuple)
    return kind == "not-level-name" and nested and len(loc) > 1 and loc[-2] == "levels"


def _misspelt_attribute(kind: str, loc: Loc) -> str | None:
    """The key of an instance whose value is no attribute, but a misspelt title or note."""
    if kind != "not-slug" or "attributes" not in loc:
        return None
    rest = loc[loc.index("attributes") + 1 :]
    name = str(rest[0]) if rest else ""
    return name if get_close_matches(name, INSTANCE_KEYS, 1, 0.7) else None


def _read_key(kind: str, loc: Loc, path: Path, model: type[BaseModel]) -> Problem:
    name = str(loc[-1])
    if kind == "missing":
        return problem("missing-key", (*path[:-1], name) if path else (name,), name=name)
    known = ", ".join(known_keys(model, loc[:-1]))
    return problem("unknown-key", path, at_key=True, name=name, known=known)


def _read_tag(kind: str, path: Path, context: Context) -> Problem:
    key = str(context["discriminator"]).strip("'")
    if kind == "union_tag_not_found":
        return problem("missing-key", (*path, key), name=key)
    known = _quoted(context["expected_tags"])
    return problem("not-one-of", (*path, key), got=describe(context["tag"]), known=known)


def _quoted(expected: object) -> str:
    """List what pydantic admits, without its quotes and its English "or"."""
    return ", ".join(re.findall(r"'([^']*)'", str(expected)))


def _nothing(_: Context) -> Context:
    return {}


def _choices(context: Context) -> Context:
    return {"known": _quoted(context["expected"])}


def _least(context: Context) -> Context:
    return {"least": context.get("ge", context.get("min_length", ""))}


def _most(context: Context) -> Context:
    return {"most": context.get("le", context.get("max_length", ""))}


_NO_MAPPING = ("dict_type", "mapping_type", "model_type", "model_attributes_type")
_CODES: Mapping[str, tuple[str, Callable[[Context], Context]]] = {
    "literal_error": ("not-one-of", _choices),
    "enum": ("not-one-of", _choices),
    "too_short": ("too-few", _least),
    "too_long": ("too-many", _most),
    "string_pattern_mismatch": ("not-currency", _nothing),
    "greater_than_equal": ("below-least", _least),
    "less_than_equal": ("above-most", _most),
    "dict_type": ("not-a-mapping-here", _nothing),
    "mapping_type": ("not-a-mapping-here", _nothing),
    "model_type": ("not-a-mapping-here", _nothing),
    "model_attributes_type": ("not-a-mapping-here", _nothing),
    "tuple_type": ("not-a-list", _nothing),
    "list_type": ("not-a-list", _nothing),
    "iteration_error": ("not-a-list", _nothing),
    "string_type": ("not-text", _nothing),
}


def real_path(data: Any, loc: Loc, *, is_missing: bool = False) -> Path:
    """Keep of a location the parts that the document has, and a last key that is missing.

    Pydantic puts the tags of unions among the keys; some tags are also keys (`in`, `majority`).
    """
    path: list[str | int] = []
    here = data
    for position, part in enumerate(loc):
        found = _enter(here, part)
        rest = loc[position + 1 :]
        if found is not None and not (rest and _is_tag(here, found, rest, is_missing)):
            here = found
            path.append(part)
        elif is_missing and not rest and isinstance(here, Mapping):
            path.append(part)
    return tuple(path)


def _is_tag(here: Any, found: Any, rest: Loc, is_missing: bool) -> bool:
    """Tell whether a part that could be a key is a tag: what follows stands beside it."""
    if rest[0] == _KEY or _enter(found, rest[0]) is not None:
        return False
    if is_missing and len(rest) == 1:
        return not isinstance(found, Mapping)
    return _enter(here, rest[0]) is not None


def _enter(here: Any, part: Any) -> Any:
    if isinstance(here, Mapping):
        return here.get(part)
    if isinstance(here, list | tuple) and isinstance(part, int) and part < len(here):
        return here[part]
    return None
