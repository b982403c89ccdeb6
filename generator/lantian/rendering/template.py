"""A compiled template at work: linked with the files it is built from, and what its module calls."""

from collections.abc import Callable, MutableMapping
from functools import lru_cache, partial
from types import CodeType
from typing import Any, Self, cast

from jinja2 import Environment, Template, UndefinedError
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup, escape

markup = cast("Callable[[str], Markup]", partial(str.__new__, Markup))
"""What `Markup` makes of text, without asking whether it is HTML already: the joined pieces of a macro are text."""

escape_text = lru_cache(maxsize=65_536)(escape)
"""The same words stand on page after page: most are escaped once. Bounded, for a process that stays. For text alone."""


def shown(value: object) -> Markup:
    """Return what `escape` returns, at a fifth of the time for words that were escaped before, or are markup."""
    kind = type(value)
    if kind is str:
        return escape_text(value)
    return value if kind is Markup else escape(value)  # type: ignore[return-value]


class PageTemplate(Template):
    """A template of `DirectCode`: its functions return text, and it is linked once."""

    root_render_func: Callable[[Context], str]  # type: ignore[assignment]
    blocks: dict[str, Callable[[Context], str]]  # type: ignore[assignment]
    roots: tuple[Callable[[Context], str], ...]
    """What is called for a page, one after the other; the last returns it. A template that is built on another one has
    something to say here only if it sets variables."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, Any],  # noqa: A002  # Jinja's own name
        uptodate: Callable[[], bool] | None = None,
    ) -> Self:
        """Make a template as Jinja does, and link it; what can not be linked is told by its line in the file."""
        template = super().from_code(environment, code, globals, uptodate)
        try:
            template._link()  # type: ignore[attr-defined]  # noqa: SLF001 - it is of this class
        except Exception:  # noqa: BLE001 - whatever it is
            environment.handle_exception()
        return template  # type: ignore[return-value]

    def _link(self) -> None:
        module = self.root_render_func.__globals__
        module.update(
            {f"g_{name}": value for name, value in self.environment.globals.items()},
            escape=shown, escape_text=escape_text, markup=markup, Macro=macro, concat="".join,
            undefined=self.environment.undefined, cond_expr_undefined=self.environment.undefined,
        )  # fmt: skip
        module["link"]()
        parent: PageTemplate | None = module["parent"]
        own = (self.root_render_func,) if parent is None or module["has_top"] else ()
        self.roots = own if parent is None else (*own, *parent.roots)
        self.blocks = self.blocks if parent is None else {**parent.blocks, **self.blocks}

    def render(self, **given: Any) -> str:  # noqa: ANN401  # whatever a page is made from
        """Return the page."""
        context = self.environment.context_class(self.environment, given, self.name, {})
        context.blocks = self.blocks  # type: ignore[assignment]
        try:
            text = ""
            for root in self.roots:
                text = root(context)
        except Exception:  # noqa: BLE001 - whatever it is
            self.environment.handle_exception()
        return text

    def macro(self, name: str) -> Callable[..., Markup]:
        """Return the function of a macro; UndefinedError if the file has none of this name."""
        body: Callable[..., Markup] | None = getattr(getattr(self._get_default_module(), name, None), "body", None)
        if body is None:
            raise UndefinedError(f"the template {self.name!r} has no macro {name!r}")
        return body

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """Return what a template exports, made once: no page brings globals of its own."""
        del ctx
        if self._module is None:
            self._module = self.make_module()
        return self._module


def macro(  # noqa: PLR0913, PLR0917 - Jinja's own
    environment: Environment,
    body: Callable[..., Markup],
    name: str,
    arguments: tuple[str, ...],
    catch_kwargs: bool,  # noqa: FBT001
    catch_varargs: bool,  # noqa: FBT001
    caller: bool,  # noqa: FBT001
    autoescape: bool,  # noqa: FBT001
) -> Callable[..., Markup]:
    """Return a macro as a function; in the place of Jinja's class of the same signature.

    Whoever knows that it is a macro calls its `body`; what is not given there is `missing`, as the compiled code wants.
    """
    del catch_kwargs, catch_varargs, autoescape  # the compiler refuses the first two, and escapes always
    nobody = environment.undefined("No caller defined", name="caller")
    body.__defaults__ = (*(missing for _ in arguments), *((nobody,) if caller and "caller" not in arguments else ()))
    inner = dict(zip((*arguments, "caller"), body.__code__.co_varnames, strict=False))

    def call(*given: Any, **named: Any) -> Markup:  # noqa: ANN401  # whatever a template gives
        if not named:
            return body(*given)
        if unknown := named.keys() - inner.keys():
            raise TypeError(f"macro {name!r} takes no keyword argument {min(unknown)!r}")
        return body(*given, **{inner[one]: value for one, value in named.items()})

    call.body = body  # type: ignore[attr-defined]
    return call
