"""Read sound data into values: a function for each type, made from its declaration when needed.

A reader gives the value or refuses, without saying why: `twins` tells that, and has the last word.
It must therefore never accept more than pydantic would, nor make anything else of it; what is not
plainly sound is refused here.
"""

from collections.abc import Callable, Mapping
from enum import Enum
from types import UnionType
from typing import Annotated, Any, ForwardRef, Literal, Union, get_args, get_origin

from scalecheck.model.marks import (
    BeforeValidator,
    Declared,
    Discriminator,
    FieldFacts,
    Limits,
    Missing,
    Tag,
    ValidationInfo,
    resolve,
)
from scalecheck.model.shapes import (
    TEXTS,
    Reader,
    read_bool,
    read_text,
    reader_of_few,
    reader_of_many,
    reader_of_mapping,
    reader_of_members,
    reader_of_words,
    reader_within,
    refuse,
)

_models: dict[type, Reader] = {}
_made: dict[tuple[int, str], tuple[object, Reader]] = {}
_new = object.__new__
_set = object.__setattr__


def read(model: type, data: Any, context: Mapping[str, Any] | None) -> Any:
    """Read data as a model.

    Raises:
        ValueError: it is not sound, or not plainly so.
    """
    return model_reader(model)(data, ValidationInfo(context))


def model_reader(model: type[Any]) -> Reader:
    """Give the reader of a model, made once."""
    if model not in _models:
        _models[model] = _read_root(model) if model.is_root else _read_model(model)
    return _models[model]


def _read_model(model: type[Declared]) -> Reader:
    fields = tuple(model.model_fields.values())
    slots = {f.alias or f.name: (f.name, field_reader(f)) for f in fields}
    blank = {f.name: f.default for f in fields}
    prepare, complete = own_readers(model), _completion(fields)

    def read_model(data: Any, info: ValidationInfo) -> Any:
        if type(data) is not dict and isinstance(data, model):
            return data
        for before in prepare:
            data = before(data, info)
        if type(data) is not dict:
            refuse()
        values = blank.copy()
        for key, given in data.items():
            slot = slots.get(key)
            if slot is not None:
                values[slot[0]] = slot[1](given, info)
            elif not str(key).startswith("x-"):
                refuse()
        complete(values)
        return _build(model, values)

    return read_model


def _completion(fields: tuple[FieldFacts, ...]) -> Callable[[dict[str, Any]], None]:
    """Put in what a document left out; refuse where it may not."""
    asked = [(f.name, f.limits.default_factory) for f in fields if f.default is Missing]

    def complete(values: dict[str, Any]) -> None:
        for name, make in asked:
            if values[name] is Missing:
                values[name] = refuse() if make is None else make()

    return complete


def _build(model: type, values: dict[str, Any]) -> Any:
    value: Any = _new(model)
    _set(value, "__dict__", values)
    return value


def _read_root(model: type[Declared]) -> Reader:
    read_inside = field_reader(model.model_fields["root"])

    def read_root(data: Any, info: ValidationInfo) -> Any:
        if isinstance(data, model):
            return data
        return _build(model, {"root": read_inside(data, info)})

    return read_root


def own_readers(model: type) -> tuple[Reader, ...]:
    """List what a model does to its data before its fields read it, in the order it is done."""
    methods = {name: m for base in reversed(model.__mro__) for name, m in vars(base).items()}
    found = [n for n, m in methods.items() if isinstance(m, classmethod) and "mode" in vars(m)]
    own = [_with_info(getattr(model, name), methods[name].__func__) for name in found]
    return tuple(reversed(own))


def _with_info(method: Callable[..., Any], function: Any) -> Reader:
    """Call a reader of one thing as one that is also told what is said of the document."""
    if function.__code__.co_argcount == 3:
        return method
    return lambda data, _: method(data)


def field_reader(field: FieldFacts) -> Reader:
    """Give the reader of a field."""
    return reader_within(_reader(field.annotation, field.home), field.limits)


def _reader(kind: Any, home: str) -> Reader:
    """Give the reader of a type, made once for each object that stands for one."""
    if isinstance(kind, str | ForwardRef):
        return _read_later(kind if isinstance(kind, str) else kind.__forward_arg__, home)
    key = (id(kind), home)
    if key not in _made:
        _made[key] = (kind, _make(kind, home))  # the type is held, and so is its id
    return _made[key][1]


def _read_later(name: str, home: str) -> Reader:
    def read_named(data: Any, info: ValidationInfo) -> Any:
        return _reader(resolve(name, home), home)(data, info)

    return read_named


def _make(kind: Any, home: str) -> Reader:
    origin = get_origin(kind)
    if origin is Annotated:
        return _read_annotated(get_args(kind)[0], kind.__metadata__, home)
    if origin in (Union, UnionType):
        return _read_optional(get_args(kind), home)
    if origin is Literal:
        return reader_of_words({word: word for word in get_args(kind)})
    if origin is tuple:
        return _read_tuple(get_args(kind), home)
    if origin is Mapping:
        return reader_of_mapping(*(_reader(part, home) for part in get_args(kind)))
    return _read_simple(kind)


def _read_tuple(parts: tuple[Any, ...], home: str) -> Reader:
    if parts[-1] is Ellipsis:
        return reader_of_many(_reader(parts[0], home))
    return reader_of_few(tuple(_reader(part, home) for part in parts))


def _read_simple(kind: Any) -> Reader:
    if kind is str:
        return read_text
    if kind is bool:
        return read_bool
    if kind is Any:
        return lambda data, _: data
    if isinstance(kind, type) and issubclass(kind, Enum):
        return reader_of_members(kind)
    if isinstance(kind, type) and issubclass(kind, Declared):
        return lambda data, info: model_reader(kind)(data, info)
    raise TypeError(f"{kind} needs a reader: Annotated[{kind}, BeforeValidator(…)]")


def _read_optional(parts: tuple[Any, ...], home: str) -> Reader:
    members = [part for part in parts if part is not type(None)]
    if len(members) != 1 or len(parts) != 2:
        raise TypeError(f"{parts} needs a Discriminator")
    read_one = _reader(members[0], home)
    return lambda data, info: None if data is None else read_one(data, info)


def _read_annotated(kind: Any, marks: tuple[Any, ...], home: str) -> Reader:
    chosen = next((mark for mark in marks if isinstance(mark, Discriminator)), None)
    if chosen is not None:
        return _read_tagged(get_args(kind), chosen.discriminator, home)
    marks = tuple(mark for mark in marks if isinstance(mark, BeforeValidator | Limits))
    if marks and isinstance(marks[0], BeforeValidator) and gives(marks[0].func, kind):
        read, marks = _read_first(marks[0].func), marks[1:]
    else:
        read = _reader(kind, home)
    for mark in marks:
        read = _read_marked(read, mark)
    return read


def _read_first(function: Callable[[Any], Any]) -> Reader:
    return lambda data, _: function(data)


def gives(function: Callable[[Any], Any], kind: Any) -> bool:
    """Tell whether a function says that what it returns is of a type: mypy proves that it is."""
    return bool(getattr(function, "__annotations__", {}).get("return") == kind)


def _read_marked(read: Reader, mark: BeforeValidator | Limits) -> Reader:
    if isinstance(mark, Limits):
        return reader_within(read, mark)
    before = mark.func
    return lambda data, info: read(before(data), info)


def _read_tagged(members: tuple[Any, ...], chosen: str | Callable[[Any], str], home: str) -> Reader:
    readers = {tag: _reader(m, home) for m in members for tag in _tags_of(m, chosen)}

    def read_tagged(data: Any, info: ValidationInfo) -> Any:
        if not isinstance(chosen, str):
            tag: Any = chosen(data)
        else:
            tag = data.get(chosen) if type(data) is dict else getattr(data, chosen, None)
        read_one = readers.get(tag) if type(tag) in TEXTS else None
        return refuse() if read_one is None else read_one(data, info)

    return read_tagged


def _tags_of(member: Any, chosen: str | Callable[[Any], str]) -> tuple[str, ...]:
    """The tags that lead to a member of a union."""
    if isinstance(chosen, str):
        return get_args(member.model_fields[chosen].annotation)
    return tuple(mark.tag for mark in member.__metadata__ if isinstance(mark, Tag))
