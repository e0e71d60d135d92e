"""Where a stranger's template runs: no way out of what it is given, and a bounded cost."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from jinja2 import BaseLoader, Environment, StrictUndefined, TemplateNotFound, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, LoopContext, Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.utils import Namespace
from markupsafe import Markup

from scalecheck.report.templating.budget import Budget
from scalecheck.report.templating.counting import BOUNDED, COUNTED, PRINTED, TOLD, Counting
from scalecheck.report.templating.tools import FOLDER, TOOLS
from scalecheck.report.templating.words import in_html, in_markdown

HOUSE = "house/"  # how a template names ours
LARGEST = 262_144  # bytes of one template
ESCAPED = (".html.j2", ".htm.j2", ".xhtml.j2", ".xml.j2", ".svg.j2")
FILTERS = frozenset(
    (
        *("abs", "capitalize", "count", "d", "default", "dictsort", "e", "escape", "first"),
        *("float", "groupby", "int", "items", "last", "length", "list", "lower", "map", "max"),
        *("min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "string"),
        *("striptags", "sum", "title", "trim", "truncate", "unique", "upper", "wordcount"),
    )
)
_METHODS = frozenset(
    ("endswith", "lower", "lstrip", "rstrip", "split", "startswith", "strip", "title", "upper")
)
_CALL = 5  # steps
_FIELDS = frozenset(("lang", "name", "text", "value"))  # of texts that are more than texts
_PRINTED = (str, int, float, type(None), Undefined)


class LargeTemplateError(Exception):
    """A template is larger than any template needs to be."""


class Folder(BaseLoader):
    """Templates of one folder and those under it, and ours under `house/`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """Read a template by its name; a name that leads out of the folder is not found."""
        is_ours = template.startswith(HOUSE)
        root = FOLDER if is_ours else self.root
        path = (root / template.removeprefix(HOUSE if is_ours else "")).resolve()
        if not path.is_relative_to(root) or not path.is_file():
            raise TemplateNotFound(template)
        if path.stat().st_size > LARGEST:
            raise LargeTemplateError(str(path))
        return path.read_text(encoding="utf-8"), str(path), lambda: True


class Sandbox(ImmutableSandboxedEnvironment):
    """An environment for one document: what it has spent is never given back."""

    intercepted_binops = frozenset(("+", "-", "*", "/", "//", "%", "**"))

    def __init__(self, root: Path, name: str) -> None:
        self.budget = Budget()
        super().__init__(
            loader=Folder(root),
            undefined=StrictUndefined,
            autoescape=name.endswith(ESCAPED),
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            finalize=_finalizer(name, self.budget),
        )
        self.filters = {name: self.filters[name] for name in sorted(FILTERS)}
        self.filters.update(self._counting())
        self.globals = {"range": self.budget.range, "namespace": Namespace, **TOOLS}

    def _counting(self) -> Mapping[str, Callable[..., Any]]:
        """The filters that count what they cost."""
        budget = self.budget
        return {
            COUNTED: _at_run_time(budget.counted),
            BOUNDED: _at_run_time(budget.bounded),
            PRINTED: _at_run_time(printed),
            TOLD: _at_run_time(budget.told),
            "join": budget.joined,
            "replace": budget.replaced,
            "md": in_markdown,
        }

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if name and name.startswith(HOUSE):
            return tree
        counted: nodes.Template = Counting(name, filename).visit(tree)
        return counted

    def join_path(self, template: str, parent: str) -> str:
        """Let our templates name one another without the folder they are found in."""
        return f"{HOUSE}{template}" if parent.startswith(HOUSE) else template

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Allow fields, and a few methods of texts; nothing of functions and classes."""
        if isinstance(obj, str):
            return attr in _METHODS or attr in _FIELDS
        reads = isinstance(obj, LoopContext) or not callable(obj)
        return reads and super().is_safe_attribute(obj, attr, value)

    def wrap_str_format(self, value: Any) -> None:
        """Give no `format` to texts: it could lay out any width."""

    def call(__self, __context: Any, __obj: Any, *args: Any, **named: Any) -> Any:  # noqa: N805
        """Call what a template calls, for a step."""
        __self.budget.step(_CALL)
        return super().call(__context, __obj, *args, **named)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        """Compute, within bounds."""
        return self.budget.reckon(operator, self.binop_table[operator], (left, right))

    def _load_template(self, name: str, globals: Any) -> Any:
        self.budget.step(10)
        return super()._load_template(name, globals)


def _at_run_time(count: Callable[[Any], object]) -> Callable[[Context, Any], object]:
    """Keep Jinja from computing a counter once, when it reads the template."""

    @pass_context
    def counter(_: Context, value: Any) -> object:
        return count(value)

    return counter


def printed(value: object) -> object:
    """Give back what can be written; a list or a function has no words of its own.

    Raises:
        SecurityError: it has none.
    """
    if isinstance(value, _PRINTED) or type(value).__str__ is not object.__str__:
        return value
    raise SecurityError(f"'{type(value).__name__}' is not a text")


def _finalizer(name: str, budget: Budget) -> Callable[[object], object]:
    escape = in_markdown if name.endswith(".md.j2") else in_html

    def finalize(value: object) -> object:
        shown = value if isinstance(value, Markup) else escape(printed(value))
        if not isinstance(value, Undefined):
            budget.write(len(str(shown)))
        return shown

    return finalize
