"""How our own templates are read: what is said alike in every report is said once, then kept."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.visitor import NodeTransformer
from markupsafe import Markup, escape

from scalecheck.report.templating.tools import FOLDER, TOOLS
from scalecheck.report.templating.words import finalizer, in_markdown
from scalecheck.report.view.phrase import Phrase
from scalecheck.report.view.speaker import Speaker

_OFTEN = 400  # letters: what is longer comes once, and is not worth keeping


class Writing(CodeGenerator):
    """Writes each value through `finalize` alone, which escapes it: once is enough."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class Saying(NodeTransformer):
    """Puts the words themselves where a template writes `{{ say("a.key") }}`.

    Its methods bear the names that Jinja calls them by.
    """

    def __init__(self, speaker: Speaker, written: Callable[[object], str]) -> None:
        self.speaker, self.written = speaker, written

    def visit_Output(self, node: nodes.Output) -> nodes.Node:  # noqa: N802
        """Replace what is said without facts; all else is read when a report is."""
        self.generic_visit(node)
        node.nodes = [self._said(one) for one in node.nodes]
        return node

    def _said(self, node: nodes.Expr) -> nodes.Expr:
        match node:
            case nodes.Call(
                node=nodes.Name(name="say"), args=[nodes.Const(value=key)], kwargs=[]
            ) if isinstance(key, str):
                return nodes.TemplateData(self.written(self.speaker.say(key)), lineno=node.lineno)
            case _:
                return node


class House(Environment):
    """Where our own templates are filled, in one language."""

    code_generator_class = Writing

    def __init__(self, name: str, speaker: Speaker) -> None:
        self.speaker, self.written = speaker, _writer(name)
        super().__init__(
            loader=FileSystemLoader(FOLDER),
            undefined=StrictUndefined,
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            auto_reload=False,
            finalize=self.written,
        )
        self.filters["md"] = in_markdown
        self.globals.update(TOOLS)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        said: nodes.Template = Saying(self.speaker, self.written).visit(tree)
        return said


def _writer(name: str) -> Callable[[object], str]:
    """What every value of a template goes through, by its name: marked, escaped, written."""
    mark = finalizer(name)

    def write(value: object) -> str:
        return escape(mark(value))

    kept = lru_cache(maxsize=4096)(write)

    def written(value: object) -> str:
        if type(value) is Markup:
            return value
        text = value.text if isinstance(value, Phrase) else value
        is_often = type(text) is str and len(text) <= _OFTEN
        return kept(value) if is_often else write(value)

    return written
