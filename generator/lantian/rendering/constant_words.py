"""What a template says alike on each of its pages is taken out of it, and put together once for each language.

That is every word of the interface with the text around it: `<dt>{{ _("Where") }}</dt>` becomes one piece of text.
"""

from collections.abc import Iterable

from jinja2 import nodes
from jinja2.visitor import NodeTransformer


class WordsTaken(NodeTransformer):
    """Replaces words by names; `said` has the Python that makes what each name stands for.

    A name that begins with `w` stands for markup, one with `v` for a word as it is in the catalog.
    """

    def __init__(self, gettext: str) -> None:
        """Call `gettext`, the Python name of the function that translates."""
        self._gettext = gettext
        self.said: dict[str, str] = {}
        """Python expressions, and the name of each."""

    def visit_Output(self, node: nodes.Output) -> nodes.Output:  # noqa: N802 - Jinja's own names
        """Take words out with the text beside them."""
        kept: list[nodes.Expr] = []
        beside: list[nodes.Expr] = []
        for child in node.nodes:
            if isinstance(child, nodes.TemplateData) or is_word(child):
                beside.append(child)
                continue
            kept += [*self._joined(beside), self._outward(child)]
            beside = []
        node.nodes = [*kept, *self._joined(beside)]
        return node

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802
        """Take a word out that goes on to a macro or a variable, as it is."""
        if is_word(node):
            return self._named("v", self._spoken(node), node)
        return self.generic_visit(node)

    def _joined(self, beside: list[nodes.Expr]) -> Iterable[nodes.Expr]:
        if not any(map(is_word, beside)):
            return beside
        pieces = (repr(one.data) if isinstance(one, nodes.TemplateData) else self._escaped(one) for one in beside)
        return (self._named("w", f"concat(({', '.join(pieces)},))", beside[0]),)

    def _outward(self, node: nodes.Expr) -> nodes.Expr:
        """Return an expression that is shown as it is; its words are markup already where it is one word or another."""
        if is_word(node):
            return self._named("w", self._escaped(node), node)
        if isinstance(node, nodes.CondExpr) and node.expr2 is not None:
            node.test = self.visit(node.test)
            node.expr1, node.expr2 = self._outward(node.expr1), self._outward(node.expr2)
            return node
        shown: nodes.Expr = self.visit(node)
        return shown

    def _spoken(self, word: nodes.Node) -> str:
        return f"{self._gettext}({word.args[0].value!r})"  # type: ignore[attr-defined]  # it is a call

    def _escaped(self, word: nodes.Node) -> str:
        return f"escape({self._spoken(word)})"

    def _named(self, kind: str, python: str, node: nodes.Node) -> nodes.InternalName:
        name = self.said.setdefault(f"{kind}:{python}", f"{kind}_{len(self.said) + 1}")
        made = object.__new__(nodes.InternalName)  # as Jinja's own parser makes one
        nodes.Node.__init__(made, name, lineno=node.lineno)
        return made


def is_word(node: nodes.Node) -> bool:
    """Tell whether a node is `_("…")`."""
    return (
        isinstance(node, nodes.Call)
        and isinstance(node.node, nodes.Name)
        and node.node.name == "_"
        and len(node.args) == 1
        and isinstance(node.args[0], nodes.Const)
        and not (node.kwargs or node.dyn_args or node.dyn_kwargs)
    )
