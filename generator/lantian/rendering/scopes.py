"""The scopes of a compiled template: a page or a block is a list of pieces, and few of its names are variables.

What the module has is no variable: `_of_module` names, as Python does, the functions of the environment and the macros
of other files. What is left to look up in the context of a page is what the page is made from.
"""

from typing import Any

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.idtracking import VAR_LOAD_ALIAS, VAR_LOAD_RESOLVE, VAR_LOAD_UNDEFINED


class PlainScopes(CodeGenerator):
    """Writes what begins and ends a function, and the names in it."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401  # whatever Jinja gives
        """Begin a template; the functions of the environment are known by their names."""
        super().__init__(*given, **named)
        self._of_module = {name: f"g_{name}" for name in self.environment.globals}

    def write_commons(self) -> None:
        """Write what a function of the module begins with; the rest is found in the module."""
        self.writeline("resolve = context.resolve_or_missing")

    def enter_frame(self, frame: Frame) -> None:
        """Begin a scope: a page and a block with a list for their pieces."""
        if frame.parent is None:
            self.buffer(frame)
        unset = []
        for target, (action, name) in frame.symbols.loads.items():
            if action == VAR_LOAD_RESOLVE and name not in self._of_module:
                self.writeline(f"{target} = resolve({name!r})")
            elif action == VAR_LOAD_ALIAS:
                outer = frame.symbols.find_load(name)
                self.writeline(f"{target} = {self._of_module.get(outer[1], name) if outer else name}")
            elif action == VAR_LOAD_UNDEFINED:
                unset.append(target)
        self._unset(unset)

    def leave_frame(self, frame: Frame, with_python_scope: bool = False) -> None:  # noqa: FBT001, FBT002
        """End a scope: a page and a block are their joined pieces."""
        if frame.parent is None:
            self.writeline(f"return concat({frame.buffer})")
        elif not with_python_scope:
            loads = frame.symbols.loads.items()
            self._unset([target for target, (_, name) in loads if name not in self._of_module])

    def _unset(self, targets: list[str]) -> None:
        if targets:
            self.writeline(f"{' = '.join(targets)} = missing")

    def return_buffer_contents(self, frame: Frame, force_unescaped: bool = False) -> None:  # noqa: FBT001, FBT002
        """Write the end of a macro: its pieces are escaped, so together they are markup."""
        del force_unescaped
        self.writeline(f"return markup(concat({frame.buffer}))")

    def visit_Block(self, node: nodes.Block, frame: Frame) -> None:  # noqa: N802
        """Write the call of a block, which any template built on this one may have replaced."""
        if node.scoped or node.required:
            self.fail("a block here is neither scoped nor required", node.lineno)
        if not (frame.toplevel and self.has_known_extends):
            self.newline(node)
            self.simple_write(f"context.blocks[{node.name!r}](context)", frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802
        """Write a macro; the others of its file call its function without the way around by its arguments' names."""
        super().visit_Macro(node, frame)
        if frame.toplevel:
            ref = frame.symbols.ref(node.name)
            self.writeline(f"{ref}_body = {ref}.body")

    def visit_Name(self, node: nodes.Name, frame: Frame) -> None:  # noqa: N802
        """Write a variable, or the name that stands in the module."""
        if node.ctx == "load" and self._is_of_module(node, frame):
            self.write(self._of_module[node.name])
        else:
            super().visit_Name(node, frame)

    def _is_of_module(self, node: nodes.Name, frame: Frame) -> bool:
        load = frame.symbols.find_load(frame.symbols.ref(node.name))
        return load is not None and load[0] == VAR_LOAD_RESOLVE and node.name in self._of_module

    def visit_Assign(self, node: nodes.Assign, frame: Frame) -> None:  # noqa: N802
        """Write an assignment; what a function is called is not the name of a variable somewhere else."""
        for name in names_in(node.target):
            if name in self._of_module:
                self.fail(f"{name} is a function", node.lineno)
        super().visit_Assign(node, frame)


def names_in(target: nodes.Expr) -> set[str]:
    """Return the names of the variables that are set together."""
    return {one.name for one in (target, *target.find_all(nodes.Name)) if isinstance(one, nodes.Name)}
