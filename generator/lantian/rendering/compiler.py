"""Templates compiled to plainer Python than Jinja's own: `a.b` is an attribute, `f(x)` is a call, a macro a function.

Jinja asks at each of these whether a name is an item, whether a function wants the context, which arguments a macro
lacks, and passes each piece of a page up through every layout. Our templates read attributes of records, call functions
that want no context, import macros only, and escape everywhere; a page or a block is a list of pieces. What is the same
on all pages is a name of the module (`g_` a function of the environment, `m_` a macro of another file, `w_` words), and
found when the template is loaded, by its function `link`.
"""

from collections.abc import Iterator
from keyword import iskeyword
from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_UNDEFINED
from markupsafe import escape

from lantian.rendering.constant_words import WordsTaken
from lantian.rendering.scopes import PlainScopes, names_in

_UNKNOWN = frozenset({"super", "self", "varargs", "kwargs"})
"""Jinja's own names that would need its own way of calling blocks and macros."""


class DirectCode(PlainScopes):
    """Writes the plainer Python; a template that reads a key of a mapping says `a["b"]`."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # whatever Jinja gives
        """Begin a template."""
        super().__init__(*given, **named)
        self._macros: dict[str, str] = {}
        """The macros of other files by the name that they have here."""
        self._own: frozenset[str] = frozenset()
        """The macros of this file."""

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802 - Jinja's own names
        """Write the functions of a template, and `link`, which finds what they need of others."""
        for line, reason in _unknown_here(node):
            self.fail(reason, line)
        imports = [one for one in node.body if isinstance(one, nodes.FromImport) and not one.with_context]
        parents = [one for one in node.body if isinstance(one, nodes.Extends)]
        for name in _set_at_top(node):
            self._of_module.pop(name, None)
        for _, alias in (_pair(name) for one in imports for name in one.names):
            self._macros[alias] = self._of_module[alias] = f"m_{alias}"
        self._own = frozenset(one.name for one in node.body if isinstance(one, nodes.Macro))
        aside = (nodes.FromImport, nodes.Extends, nodes.Output) if parents else (nodes.FromImport,)
        node.body = [one for one in node.body if not isinstance(one, aside) or getattr(one, "with_context", False)]
        words = WordsTaken(self._of_module["_"]) if "_" in self._of_module else None
        if words:
            words.visit(node)
        self.has_known_extends = bool(parents)
        super().visit_Template(node, frame)
        self.writeline(f"has_top = {any(not isinstance(one, nodes.Block) for one in node.body)}")
        self._write_link(parents, imports, {} if words is None else words.said)

    def _write_link(self, parents: list[nodes.Extends], imports: list[nodes.FromImport], said: dict[str, str]) -> None:
        """Write the function that is called once the template is loaded, and fills the names of the module."""
        self.writeline("def link():", extra=1)
        self.indent()
        named = ["parent", *self._macros.values(), *said.values()]
        self.writeline(f"global {', '.join(named)}")
        others: tuple[nodes.FromImport | nodes.Extends, ...] = (*imports, *parents)
        for one in others:
            self.writeline("other = environment.get_template(", one)
            self.visit(one.template, Frame(nodes.EvalContext(self.environment, self.name)))
            self.write(f", {self.name!r})")
            for name, alias in map(_pair, getattr(one, "names", ())):
                self.writeline(f"{self._macros[alias]} = other.macro({name!r})")
        self.writeline("parent = other" if parents else "parent = None")
        for python, name in said.items():
            self.writeline(f"{name} = {python.partition(':')[2]}")
        self.outdent()
        lines = "&".join(f"{line}={written}" for line, written in self.debug_info)
        self.writeline(f"debug_info = {lines!r}", extra=1)  # once more, with the lines of `link`

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:  # noqa: N802
        """Write an item; KeyError, not another try as an attribute, if there is none."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        """Write an attribute; AttributeError, not another try by key, if there is none."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write a call; that of a macro known here is the call of its function."""
        known = self._macro(node, frame)
        named = [(f"l_1_{one.key}=" if known else f"{one.key}=", one.value) for one in node.kwargs]
        arguments: list[tuple[str, nodes.Node]] = [*(("", one) for one in node.args), *named]
        arguments += [("*", node.dyn_args)] if node.dyn_args else []
        arguments += [("**", node.dyn_kwargs)] if node.dyn_kwargs else []
        self.write("(")
        if known:
            self.write(known)
        else:
            self.visit(node.node, frame)
        self.write(")(")
        for before, value in arguments:
            self.write(before)
            self.visit(value, frame)
            self.write(", ")
        if forward_caller:
            self.write("l_1_caller=caller" if known else "caller=caller")
        self.write(")")

    def _macro(self, node: nodes.Expr, frame: Frame) -> str:
        """Return the Python name of the function of a macro that a node calls, or nothing."""
        if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_kwargs:
            return ""
        name = node.node.name
        if self._is_of_module(node.node, frame):
            return self._macros.get(name, "")
        ref = frame.symbols.ref(name)
        load = frame.symbols.find_load(ref)
        is_own = name in self._own and load is not None and load[0] == VAR_LOAD_UNDEFINED and ref == f"l_0_{name}"
        return f"{ref}_body" if is_own else ""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Write what stands before an expression that is shown: it is escaped, unless it can be nothing but markup."""
        del finalize
        if not self._is_markup(node, frame):
            self.write("escape_text(" if self._is_text(node, frame) else "escape(")

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> None:
        """Write what stands behind it."""
        del finalize
        if not self._is_markup(node, frame):
            self.write(")")

    def _is_markup(self, node: nodes.Expr, frame: Frame) -> bool:
        """Tell whether an expression is a macro's markup, words of the interface, or one or the other."""
        if isinstance(node, nodes.CondExpr):
            return node.expr2 is not None and all(self._is_markup(one, frame) for one in (node.expr1, node.expr2))
        if isinstance(node, nodes.Const):
            return isinstance(node.value, str) and escape(node.value) == node.value
        return isinstance(node, nodes.InternalName) or bool(self._macro(node, frame))

    def _is_text(self, node: nodes.Expr, frame: Frame) -> bool:
        """Tell whether an expression is what a function returns that returns nothing but plain text."""
        return (
            isinstance(node, nodes.Call)
            and isinstance(node.node, nodes.Name)
            and node.node.name in self.environment.texts  # type: ignore[attr-defined]  # `quicken` gives it
            and self._is_of_module(node.node, frame)
        )


def _unknown_here(node: nodes.Template) -> Iterator[tuple[int, str]]:
    """Yield the lines with what Jinja knows and our templates do not, and what to write instead."""
    for one in node.find_all(nodes.Include):
        yield one.lineno, "a template here can not be included; import a macro of it"
    for parent in node.find_all(nodes.Extends):
        if parent not in node.body or not isinstance(parent.template, nodes.Const):
            yield parent.lineno, "a template here extends one other, by its name, at the top of the file"
    for name in node.find_all(nodes.Name):
        if name.name in _UNKNOWN and name.ctx == "load":
            yield name.lineno, f"{name.name} means nothing in a template here; write a macro with named arguments"


def _pair(name: str | tuple[str, str]) -> tuple[str, str]:
    """Return what a macro is called in its own file, and what in the file that imports it."""
    return (name, name) if isinstance(name, str) else name


def _set_at_top(node: nodes.Template) -> set[str]:
    """Return the names of what a template makes itself; none of them is a function of the environment."""
    macros = {one.name for one in node.body if isinstance(one, nodes.Macro)}
    return macros.union(
        *(names_in(one.target) for one in node.body if isinstance(one, nodes.Assign | nodes.AssignBlock))
    )
