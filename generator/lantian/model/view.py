"""A record that we make ourselves, like `@dataclass(frozen=True, slots=True)`, but written out when needed.

The standard decorator compiles six methods for every class as it is imported; with a hundred and forty classes that was
an eighth of a cold build. Here a class shares all methods but `__init__`, which is compiled when the first object is
made. `replace` and `fields` of the standard library work as ever.
"""

from dataclasses import MISSING, Field, FrozenInstanceError, dataclass, field
from operator import attrgetter
from typing import Any, NoReturn, TypeVar, dataclass_transform

T = TypeVar("T")
_FIELDS = "__dataclass_fields__"


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def view(made: type[T]) -> type[T]:
    """Return the class with slots for its annotated names; values can not be changed, equal values are equal objects.

    Defaults as with dataclasses, `field(default_factory=…)` too; a class can not inherit from another view.
    """
    space = dict(made.__dict__)
    names = tuple(space.get("__annotations__", ()))
    defaults = {name: space.pop(name) for name in names if name in space}
    for name in ("__dict__", "__weakref__"):
        space.pop(name, None)
    space |= {"__slots__": names, "__match_args__": names, "_defaults": defaults, _FIELDS: _Fields(), **_SHARED}
    space["_values"] = attrgetter(*names) if len(names) > 1 else lambda one: tuple(getattr(one, name) for name in names)
    space |= {name: made.__dict__[name] for name in _OWN if name in made.__dict__}
    slotted: type[T] = type(made.__name__, made.__bases__, space)
    return slotted


class _Fields:
    """The fields for `dataclasses.replace` and the like: asked of the standard decorator, for few classes ever."""

    def __get__(self, instance: object, owner: type) -> dict[str, Field[Any]]:
        space = {"__annotations__": owner.__annotations__, **owner._defaults}  # type: ignore[attr-defined]  # noqa: SLF001 - of our own class
        fields: dict[str, Field[Any]] = getattr(dataclass(type(owner.__name__, (), space)), _FIELDS)
        setattr(owner, _FIELDS, fields)
        return fields


def _first(self: object, *args: object, **named: object) -> None:
    """Write the class's own `__init__`, and go on there."""
    made = type(self)
    made.__init__ = _init(made)  # type: ignore[method-assign]
    made.__init__(self, *args, **named)


def _init(made: Any) -> Any:  # noqa: ANN401  # a class, and a function of its fields
    """Return an `__init__` with a parameter for each field, that fills the slots."""
    known: dict[str, Any] = {}
    parameters, lines = ["self"], []
    for name in made.__slots__:
        known[f"_set_{name}"] = getattr(made, name).__set__
        given = made._defaults.get(name, MISSING)  # noqa: SLF001 - of our own class
        make = given.default_factory if isinstance(given, Field) else MISSING
        default = make if make is not MISSING else given.default if isinstance(given, Field) else given
        known[f"_default_{name}"] = default
        parameters.append(name if default is MISSING else f"{name}=_default_{name}")
        value = name if make is MISSING else f"{name}() if {name} is _default_{name} else {name}"
        lines.append(f" _set_{name}(self, {value})")
    exec(f"def __init__({', '.join(parameters)}):\n" + ("\n".join(lines) or " pass"), known)  # noqa: S102 - our own text
    return known["__init__"]


def _refuse(self: object, name: str, *value: object) -> NoReturn:
    del value
    raise FrozenInstanceError(f"{type(self).__name__}.{name} can not be changed")


def _values(one: Any) -> tuple[object, ...]:  # noqa: ANN401  # an object of any view
    found: tuple[object, ...] = type(one)._values(one)  # noqa: SLF001 - of our own class
    return found


def _equal(self: object, other: object) -> bool:
    return _values(self) == _values(other) if type(self) is type(other) else NotImplemented


def _hash(self: object) -> int:
    return hash(_values(self))


def _repr(self: Any) -> str:  # noqa: ANN401  # an object of any view
    told = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__slots__)
    return f"{type(self).__qualname__}({told})"


def _copied(self: object) -> tuple[Any, ...]:
    return type(self), _values(self)


_OWN = ("__eq__", "__hash__", "__repr__")
_SHARED = {
    "__init__": _first,
    "__eq__": _equal,
    "__hash__": _hash,
    "__repr__": _repr,
    "__setattr__": _refuse,
    "__delattr__": _refuse,
    "__reduce__": _copied,
}
