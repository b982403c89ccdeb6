"""Templates compiled to plainer Python than Jinja's own: `a.b` is an attribute, `f(x)` is a call, a macro a function.

Jinja asks at each of these whether a name is an item, whether a function wants the context, which arguments a macro
lacks. Our templates read attributes of records, call functions that want no context, and escape everywhere.
"""

from collections.abc import Callable
from functools import partial
from keyword import iskeyword
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemBytecodeCache, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Macro
from jinja2.utils import missing
from markupsafe import Markup

_markup = cast("Callable[[str], Markup]", partial(str.__new__, Markup))
"""What `Markup` makes of text, without asking whether it is HTML already: the joined pieces of a macro are text."""


class DirectCode(CodeGenerator):
    """Writes the plainer Python; a template that reads a key of a mapping says `a["b"]`."""

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802 - Jinja's own names
        """Write an attribute; AttributeError, not another try by key, if there is none."""
        if iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: FBT001, FBT002, N802
        """Write a call."""
        self.write("(")
        self.visit(node.node, frame)
        self.write(")(")
        self._arguments(node, frame, forward_caller=forward_caller)
        self.write(")")

    def _arguments(self, node: nodes.Call, frame: Frame, *, forward_caller: bool) -> None:
        arguments: list[tuple[str, nodes.Node]] = [("", argument) for argument in node.args]
        arguments += [(f"{argument.key}=", argument.value) for argument in node.kwargs]
        arguments += [("*", node.dyn_args)] if node.dyn_args else []
        arguments += [("**", node.dyn_kwargs)] if node.dyn_kwargs else []
        for before, value in arguments:
            self.write(before)
            self.visit(value, frame)
            self.write(", ")
        if forward_caller:
            self.write("caller=caller")


def macro(  # noqa: PLR0913, PLR0917 - Jinja's own
    environment: Environment,
    body: Callable[..., str],
    name: str,
    arguments: tuple[str, ...],
    catch_kwargs: bool,  # noqa: FBT001
    catch_varargs: bool,  # noqa: FBT001
    caller: bool,  # noqa: FBT001
    autoescape: bool,  # noqa: FBT001
) -> Callable[..., Markup]:
    """Return a macro as a function; in the place of Jinja's class of the same signature."""
    if catch_kwargs or catch_varargs or not autoescape:
        return Macro(environment, body, name, list(arguments), catch_kwargs, catch_varargs, caller, autoescape)  # type: ignore[return-value]
    number = len(arguments)

    def call(*given: Any, **named: Any) -> Markup:  # noqa: ANN401  # whatever a template gives
        if named or caller or len(given) != number:
            given = _filled(name, arguments, given, named)
            if caller and "caller" not in arguments:
                given = (*given, named.pop("caller", None) or environment.undefined("No caller defined", name="caller"))
            if named:
                raise TypeError(f"macro {name!r} takes no keyword argument {next(iter(named))!r}")
        return _markup(body(*given))

    return call


def _filled(
    name: str, arguments: tuple[str, ...], given: tuple[object, ...], named: dict[str, object]
) -> tuple[object, ...]:
    """Return an argument for each parameter, taken from the named ones; `missing` where the macro has a default."""
    if len(given) > len(arguments):
        raise TypeError(f"macro {name!r} takes not more than {len(arguments)} argument(s)")
    return (*given, *(named.pop(one, missing) for one in arguments[len(given) :]))


class DirectCodeCache(FileSystemBytecodeCache):
    """Compiled templates on the disk, found by their source and by what compiled them: this file."""

    def __init__(self, folder: Path) -> None:
        """Read and write below a folder, which exists."""
        super().__init__(str(folder))
        self._compiler = Path(__file__).read_text("utf-8")

    def get_source_checksum(self, source: str) -> str:
        """Return the hash of source and compiler."""
        return super().get_source_checksum(f"{source}\n{self._compiler}")
