"""Pydantic twins of the models, made of the same declarations: they say what is wrong, and where.

A sound document never needs one. Where reading refuses, its twin reads the same data and has the
last word: it tells every problem with its path, or, did reading refuse too much, gives the value.
"""

from collections.abc import Callable, Mapping
from functools import reduce
from operator import or_
from threading import RLock
from types import UnionType
from typing import Annotated, Any, ForwardRef, Literal, Self, TypeVar, Union, get_args, get_origin

import pydantic
from pydantic import BaseModel, ConfigDict, RootModel, ValidationError, ValidationInfo, create_model
from pydantic_core import PydanticCustomError

from scalecheck.model.marks import (
    BeforeValidator,
    Declared,
    Discriminator,
    FieldFacts,
    Limits,
    Missing,
    RefusedValueError,
    Tag,
    resolve,
)
from scalecheck.model.reading import own_readers

Twin = TypeVar("Twin", bound=BaseModel)

_LIMITS = ("alias", "ge", "le", "min_length", "max_length", "pattern")
_twins: dict[type, type[BaseModel]] = {}
_originals: dict[type, type] = {}
_named: dict[str, Any] = {}
_homes: dict[str, str] = {}
_waiting: dict[str, str] = {}
_NOWHERE = f"{__name__}.made"  # no module: a name in quotes must mean nothing there
_making = RLock()


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    @pydantic.model_validator(mode="before")
    @classmethod
    def _drop_own_keys(cls, data: Any) -> Any:
        if isinstance(data, Mapping):
            return {k: v for k, v in data.items() if not str(k).startswith("x-")}
        return data

    @pydantic.model_validator(mode="wrap")
    @classmethod
    def _take_values(cls, data: Any, read: Callable[[Any], Self]) -> Self:
        return _take(cls, data) or read(data)


class _StrictRoot(RootModel[Any]):
    model_config = ConfigDict(frozen=True, defer_build=True)

    @pydantic.model_validator(mode="wrap")
    @classmethod
    def _take_values(cls, data: Any, read: Callable[[Any], Self]) -> Self:
        return _take(cls, data) or read(data)


def _take(twin: type[Twin], data: Any) -> Twin | None:
    """Take a value of the model as it is, for it was read already; None for other data."""
    if not isinstance(data, _originals[twin]):
        return None
    made = twin.model_construct()
    vars(made).clear()
    vars(made).update(vars(data))
    return made


def validate(model: type, data: Any, context: Mapping[str, Any] | None) -> Any:
    """Make a value of data, or say everything that is wrong with it.

    Raises:
        ValidationError: every problem at its path, with the code and facts of each refusal.
    """
    return _restore(twin_of(model).model_validate(data, context=dict(context or {})))


def errors_of(error: ValueError) -> list[Any]:
    """List what a twin said is wrong; another error is a fault of ours, and goes on."""
    if not isinstance(error, ValidationError):
        raise error
    return error.errors(include_url=False)


def twin_of(model: type[Any]) -> type[BaseModel]:
    """Give the pydantic model of a model."""
    with _making:
        twin = _twin(model)
        while _waiting:
            name, home = _waiting.popitem()
            _named[name] = resolve(name, home)  # one that leads back to itself is met here
            _named[name] = _translate(_named[name], home)
        for made in _twins.values():
            if not made.__pydantic_fields_complete__:
                made.model_rebuild(_types_namespace=_named)
    return twin


def _restore(value: Any) -> Any:
    """Put values of the models in the place of their twins."""
    if type(value) in _originals:
        fields = {name: _restore(part) for name, part in vars(value).items()}
        made: Any = object.__new__(_originals[type(value)])
        object.__setattr__(made, "__dict__", fields)
        return made
    if isinstance(value, tuple):
        return tuple(map(_restore, value))
    if isinstance(value, dict):
        return {key: _restore(part) for key, part in value.items()}
    return value


def _twin(model: type[Any]) -> type[BaseModel]:
    if model not in _twins:
        made = _make_twin(model)
        _twins[model] = made
        _originals[made] = model
    return _twins[model]


def _make_twin(model: type[Any]) -> type[BaseModel]:
    fields: dict[str, Any] = {name: _field(f) for name, f in model.model_fields.items()}
    # Pydantic runs the last validator first.
    own: dict[str, Any] = {
        f"read_{position}": _as_validator(reader)
        for position, reader in enumerate(reversed(own_readers(model)))
    }
    base: Any = _StrictRoot if model.is_root else _Strict
    twin: type[BaseModel] = create_model(
        model.__name__, __base__=base, __module__=_NOWHERE, __validators__=own, **fields
    )
    return twin


def _as_validator(reader: Callable[[Any, Any], Any]) -> Any:
    def read(_: Any, data: Any, info: ValidationInfo) -> Any:
        return _explain(lambda: reader(data, info))

    as_method: Any = classmethod(read)
    return pydantic.model_validator(mode="before")(as_method)


def _field(field: FieldFacts) -> tuple[Any, Any]:
    kind = _translate(field.annotation, field.home)
    said = {name: getattr(field.limits, name) for name in ("default_factory", *_LIMITS)}
    known = {name: limit for name, limit in said.items() if limit is not None}
    if not known:
        return kind, ... if field.is_required() else field.default
    if field.default is not Missing:
        known["default"] = field.default
    return kind, pydantic.Field(**known)


def _translate(kind: Any, home: str) -> Any:
    """Write a type as pydantic reads it, twins in the place of models."""
    if isinstance(kind, str | ForwardRef):
        name = kind if isinstance(kind, str) else kind.__forward_arg__
        if resolve(name, home) is not resolve(name, _homes.setdefault(name, home)):
            raise TypeError(f"`{name}` means one thing in {home}, and another in {_homes[name]}")
        if name not in _named:
            _waiting[name] = home
        return kind
    origin = get_origin(kind)
    if origin is Annotated:
        marks = (_translate_mark(mark) for mark in kind.__metadata__)
        return Annotated[_translate(get_args(kind)[0], home), *marks]
    if origin is Literal:
        return kind
    if origin is not None:
        parts = tuple(_translate(part, home) for part in get_args(kind))
        return reduce(or_, parts) if origin in (Union, UnionType) else origin[parts]
    is_model = isinstance(kind, type) and issubclass(kind, Declared)
    return _twin(kind) if is_model else kind


def _translate_mark(mark: Any) -> Any:
    if isinstance(mark, BeforeValidator):
        return pydantic.BeforeValidator(_explained(mark.func))
    if isinstance(mark, Tag):
        return pydantic.Tag(mark.tag)
    if isinstance(mark, Discriminator):
        return pydantic.Discriminator(mark.discriminator)
    if isinstance(mark, Limits):
        said = {name: getattr(mark, name) for name in _LIMITS}
        return pydantic.Field(**{name: limit for name, limit in said.items() if limit is not None})
    return mark


def _explained(function: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def read(data: Any) -> Any:
        return _explain(lambda: function(data))

    return read


def _explain(read: Callable[[], Any]) -> Any:
    """Tell a refusal of ours as one of pydantic's."""
    try:
        return read()
    except RefusedValueError as refused:
        facts = {"code": refused.code, **refused.facts}
        raise PydanticCustomError(refused.code, "{code}", facts) from refused
