"""Which keys a model knows at a place: read from the models themselves, for "did you mean"."""

from collections.abc import Iterator, Mapping
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo


def known_keys(model: type[BaseModel], loc: tuple[Any, ...]) -> tuple[str, ...]:
    """List the keys of the model that a pydantic location leads to; none where it is unclear."""
    current: Any = model
    for part in loc:
        current = _step(current, part)
    found = next(iter(_models(current)), None)
    fields = found.model_fields if found is not None else {}
    return tuple(field.alias or name for name, field in fields.items())


def _step(annotation: Any, part: Any) -> Any:
    for candidate in _members(annotation):
        if _is_tagged(candidate, part):
            return candidate
    for candidate in _members(annotation):
        found = _inside(_bare(candidate), part)
        if found is not None:
            return found
    return None


def _inside(annotation: Any, part: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        fields = annotation.model_fields.items()
        found = [f for name, f in fields if part in (name, f.alias)]
        if "root" in annotation.model_fields and not found:
            return _step(_annotation(annotation.model_fields["root"]), part)
        return _annotation(found[0]) if found else None
    arguments = get_args(annotation)
    if get_origin(annotation) is Mapping or _is_mapping(annotation):
        return arguments[1] if arguments else None
    return arguments[0] if get_origin(annotation) is tuple and isinstance(part, int) else None


def _annotation(field: FieldInfo) -> Any:
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def _is_mapping(annotation: Any) -> bool:
    origin = get_origin(annotation)
    return isinstance(origin, type) and issubclass(origin, Mapping)


def _members(annotation: Any) -> Iterator[Any]:
    """The members of a union, each with what it was annotated with."""
    bare = _bare(annotation)
    if get_origin(bare) in (Union, UnionType):
        for member in get_args(bare):
            yield from _members(member) if not _tag_of(member) else (member,)
    else:
        yield annotation


def _bare(annotation: Any) -> Any:
    return _bare(get_args(annotation)[0]) if get_origin(annotation) is Annotated else annotation


def _tag_of(annotation: Any) -> str:
    for part in get_args(annotation)[1:] if get_origin(annotation) is Annotated else ():
        if isinstance(part, Tag):
            return part.tag
    return ""


def _is_tagged(annotation: Any, part: Any) -> bool:
    """Tell whether a tag leads to a member: its own, or the one value of its `op`."""
    if _tag_of(annotation) == part:
        return True
    bare = _bare(annotation)
    if not (isinstance(bare, type) and issubclass(bare, BaseModel)):
        return False
    operator = bare.model_fields.get("op")
    if operator is None or get_origin(operator.annotation) is not Literal:
        return False
    return part in get_args(operator.annotation)


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    for member in _members(annotation):
        bare = _bare(member)
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            yield bare
