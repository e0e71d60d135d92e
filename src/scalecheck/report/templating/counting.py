"""Counters put into a stranger's template before it runs: on loops and on texts."""

from jinja2 import nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.visitor import NodeTransformer

# Names that no template can write, for a filter has no space in its name.
COUNTED, BOUNDED, PRINTED, TOLD = "counted ", "bounded ", "printed ", "told "


class Counting(NodeTransformer):
    """Puts a counter on every loop, every text of the template and every text put together.

    Methods bear the names that Jinja calls them by.
    """

    def __init__(self, name: str | None, filename: str | None) -> None:
        self.name, self.filename = name, filename

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        """Count the turns of a loop; one that calls itself could not be counted."""
        if node.recursive:
            self._refuse("recursive", node)
        self.generic_visit(node)
        node.iter = _through(COUNTED, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        """Bound what `~` puts together."""
        self.generic_visit(node)
        node.nodes = [_through(PRINTED, one) for one in node.nodes]
        return _through(BOUNDED, node)

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:  # noqa: N802
        """Count the characters that the template itself holds."""
        return _through(TOLD, nodes.Const(node.data, lineno=node.lineno))

    def visit_ScopedEvalContextModifier(self, node: nodes.Node) -> nodes.Node:  # noqa: N802
        """Keep escaping on."""
        return self._refuse("autoescape", node)

    def _refuse(self, word: str, node: nodes.Node) -> nodes.Node:
        raise TemplateSyntaxError(f"'{word}'", node.lineno, self.name, self.filename)


def _through(filter: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(node, filter, [], [], None, None, lineno=node.lineno)
