"""What the declaration of a model says beside its types: limits, readers, tags, defaults.

The names are those of pydantic, which tells what is wrong with a document (`twins`); nothing of
it is imported here, for a sound document needs none of it (`reading`).
"""

import sys
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

Function = TypeVar("Function")


class Plain(str):
    """A scalar written without quotes: the field that receives it decides its type."""

    __slots__ = ()


class RefusedValueError(ValueError):
    """A value that is refused: the code and the facts that become a diagnostic."""

    def __init__(self, code: str, facts: Mapping[str, object]) -> None:
        self.code, self.facts = code, facts
        super().__init__(code)


class Mark:
    """What stands beside a type in `Annotated`."""

    __slots__ = ()


class BeforeValidator(Mark):
    """Reads the data before its type does, or refuses it."""

    __slots__ = ("func",)

    def __init__(self, func: Callable[[Any], Any]) -> None:
        self.func = func


class Tag(Mark):
    """The name of one member of a union."""

    __slots__ = ("tag",)

    def __init__(self, tag: str) -> None:
        self.tag = tag


class Discriminator(Mark):
    """What tells the members of a union apart: a key of theirs, or a function that gives a tag."""

    __slots__ = ("discriminator",)

    def __init__(self, discriminator: str | Callable[[Any], str]) -> None:
        self.discriminator = discriminator


class Missing:
    """What stands where a field has no default."""


class Limits(Mark):
    """What `Field` says: the key of the file, the limits of a value, what stands in its absence."""

    __slots__ = (
        *("alias", "default", "default_factory"),
        *("ge", "le", "max_length", "min_length", "pattern"),
    )

    def __init__(self, said: Mapping[str, Any]) -> None:
        self.default: Any = said.get("default", Missing)
        self.default_factory: Callable[[], Any] | None = said.get("default_factory")
        self.alias: str | None = said.get("alias")
        self.ge: int | None = said.get("ge")
        self.le: int | None = said.get("le")
        self.min_length: int | None = said.get("min_length")
        self.max_length: int | None = said.get("max_length")
        self.pattern: str | None = said.get("pattern")


def Field(  # noqa: N802, PLR0913
    *,
    default: Any = Missing,
    default_factory: Callable[[], Any] | None = None,
    alias: str | None = None,
    ge: int | None = None,
    le: int | None = None,
    min_length: int | None = None,
    max_length: int | None = None,
    pattern: str | None = None,
) -> Any:
    """Say more of a field than its type does, in `Annotated` or as its default."""
    return Limits(locals())


def model_validator(*, mode: str) -> Callable[[Function], Function]:
    """Mark a class method, `mode="before"`, that reads the data of a model before its fields do.

    It takes the data, or the data and a `ValidationInfo`.
    """

    def mark(method: Function) -> Function:
        vars(method)["mode"] = mode
        return method

    return mark


class ValidationInfo:
    """What is said once for a whole document: `context`."""

    __slots__ = ("context",)

    def __init__(self, context: Mapping[str, Any] | None) -> None:
        self.context = context


class FieldFacts:
    """One field of a model, as it is declared.

    `limits` are those of a `Field` that stands as its default; one in `Annotated` is a part of
    the annotation. `home` is the module that declares it.
    """

    __slots__ = ("annotation", "default", "home", "limits", "name")

    def __init__(self, name: str, annotation: Any, default: Any, home: str) -> None:
        self.name, self.annotation, self.home = name, annotation, home
        self.limits = default if isinstance(default, Limits) else _NO_LIMITS
        self.default = self.limits.default if isinstance(default, Limits) else default

    @property
    def alias(self) -> str | None:
        """The key of the file, where it is not the name."""
        return self.limits.alias or _limits_of(self.annotation).alias

    def is_required(self) -> bool:
        """Tell whether a document must say it."""
        return self.default is Missing and self.limits.default_factory is None


def _limits_of(annotation: Any) -> Limits:
    marks = getattr(annotation, "__metadata__", ())
    return next((mark for mark in marks if isinstance(mark, Limits)), _NO_LIMITS)


_NO_LIMITS = Limits({})


class _Fields:
    """The fields of a class, found when they are first asked for."""

    def __init__(self) -> None:
        self.found: dict[type, Mapping[str, FieldFacts]] = {}

    def __get__(self, instance: object, owner: type) -> Mapping[str, FieldFacts]:
        if owner not in self.found:
            self.found[owner] = _collect(owner)
        return self.found[owner]


class Declared:
    """A class whose annotations are its fields, those of its bases first."""

    model_fields = _Fields()
    is_root = False


def _collect(owner: type) -> Mapping[str, FieldFacts]:
    fields: dict[str, FieldFacts] = {}
    for base in reversed(owner.__mro__):
        if issubclass(base, Declared):
            for name, annotation in base.__annotations__.items():
                default = vars(base).get(name, Missing)
                fields[name] = FieldFacts(name, annotation, default, base.__module__)
    return fields


def resolve(name: str, home: str) -> Any:
    """Find what a name written in quotes means in the module that writes it."""
    return vars(sys.modules[home])[name]
