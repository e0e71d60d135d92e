"""A value: what its class declares, never changed once made."""

from collections.abc import Mapping
from typing import Any, Generic, NoReturn, Self, TypeVar, dataclass_transform

from scalecheck.model.marks import Declared, Field
from scalecheck.model.reading import read

Root = TypeVar("Root")
_set = object.__setattr__


class _Value(Declared):
    """What every value can do."""

    @classmethod
    def model_validate(cls, data: Any, *, context: Mapping[str, Any] | None = None) -> Self:
        """Make a value of data.

        Args:
            data: a mapping, or whatever the model reads in its place.
            context: what is said once for the whole: `language`, that of bare texts.

        Raises:
            ValueError: pydantic's `ValidationError`, with every problem at its path.
        """
        try:
            value: Self = read(cls, data, context)
        except ValueError:
            from scalecheck.model.twins import validate

            value = validate(cls, data, context)
        return value

    @classmethod
    def model_construct(cls, **values: Any) -> Self:
        """Make a value of fields that are known to be sound."""
        value = object.__new__(cls)
        known = {f.name: f.default for f in cls.model_fields.values() if not f.is_required()}
        made = {
            name: f.limits.default_factory()
            for name, f in cls.model_fields.items()
            if f.limits.default_factory is not None and name not in values
        }
        _set(value, "__dict__", {**known, **made, **values})
        return value

    def model_copy(self, *, update: Mapping[str, Any] | None = None) -> Self:
        """Make a value like this one, some of its fields put in place of its own, unchecked."""
        value = object.__new__(type(self))
        _set(value, "__dict__", {**self.__getstate__(), **(update or {})})
        return value

    def __getstate__(self) -> dict[str, object]:
        """Keep the fields alone: what was found from them is found again."""
        own = vars(self)
        return {name: own[name] for name in self.model_fields}

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is never changed: `{name}`")

    def __delattr__(self, name: str) -> NoReturn:
        raise AttributeError(f"{type(self).__name__} is never changed: `{name}`")

    def _values(self) -> tuple[object, ...]:
        own = vars(self)
        return tuple([own[name] for name in self.model_fields])

    def __eq__(self, other: object) -> bool:
        if type(self) is not type(other):
            return NotImplemented
        return self is other or self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), *self._values()))

    def __repr__(self) -> str:
        shown = (f"{name}={vars(self)[name]!r}" for name in self.model_fields)
        return f"{type(self).__name__}({', '.join(shown)})"


@dataclass_transform(kw_only_default=True, frozen_default=True, field_specifiers=(Field,))
class Frozen(_Value):
    """A value without room for an unknown key.

    Keys that begin with `x-` are the author's own: they are read by nobody and refused nowhere.
    """

    def __init__(self, **fields: Any) -> None:
        made = type(self).model_validate(fields)
        _set(self, "__dict__", vars(made))


class RootModel(_Value, Generic[Root]):
    """A value that stands for what it holds, `root`, and is written as that alone."""

    is_root = True
    root: Root

    def __init__(self, root: Root) -> None:
        made = type(self).model_validate(root)
        _set(self, "__dict__", vars(made))
