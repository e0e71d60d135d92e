"""What stands on a Markdown form, before it is a sheet of answers."""

from typing import NamedTuple

from scalecheck.forms.filled import Misread, misread

# In which part of the form: a group and an instance of it, a question. Empty where there is none.
NEW = "+"


class Scope(NamedTuple):
    """A part of the form: an instance to add is `+1`, `+2`, in the order of the text."""

    group: str = ""
    instance: str = ""
    question: str = ""


class Value(NamedTuple):
    """A text, and the line it stands on."""

    text: str
    line: int

    @property
    def cell(self) -> str:
        """Say where it stands, as editors do: line and column."""
        return f"{self.line}:1"


class Tick(NamedTuple):
    """A box that was ticked: `level` and its value, `unknown`, or `not-applicable`."""

    word: str
    value: str
    line: int


class Found:
    """Everything that was read, by the part it stands in."""

    def __init__(self) -> None:
        self.values: dict[tuple[Scope, str], Value] = {}
        self.ticks: dict[Scope, list[Tick]] = {}
        self.scopes: dict[Scope, int] = {}
        self.still: dict[str, Value] = {}
        self.rows: list[tuple[Value, ...]] = []
        self.misread: list[Misread] = []

    def note(self, code: str, line: int, **facts: object) -> None:
        """Note something that was not understood."""
        self.misread.append(misread(code, f"{line}:1", **facts))

    def value(self, scope: Scope, name: str) -> Value:
        """A text, blank where it stands nowhere."""
        return self.values.get((scope, name), Value("", self.scopes.get(scope, 1)))

    def put(self, scope: Scope, name: str, value: Value) -> None:
        """Keep a text; one that stands in the same place twice is said."""
        before = self.values.get((scope, name))
        if before is not None and before.text.strip() and value.text.strip():
            self.note("form-row-twice", value.line, name=name)
        elif before is None or value.text.strip():
            self.values[(scope, name)] = value

    def added(self, group: str) -> list[Scope]:
        """The parts of a group that stand for an instance to add."""
        return [one for one in self.scopes if one.group == group and _is_new(one)]


def _is_new(scope: Scope) -> bool:
    return scope.instance.startswith(NEW) and not scope.question
