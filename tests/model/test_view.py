"""A view is a frozen dataclass in all that can be seen from outside."""

from copy import copy
from dataclasses import FrozenInstanceError, field, fields, replace
from pickle import dumps, loads
from typing import Any

import pytest

from lantian.model.view import view


@view
class Step:
    """A view with every kind of field."""

    name: str
    length: int = 1
    ways: list[str] = field(default_factory=list)
    note: str | None = field(default=None)

    @property
    def twice(self) -> int:
        """Return a figure made of a field."""
        return 2 * self.length


def test_fields_and_defaults() -> None:
    """Fields are filled by position and by name; each object has its own list."""
    one, other = Step("a", 3), Step(length=2, name="b", note="far")
    assert (one.name, one.length, one.ways, one.note, one.twice) == ("a", 3, [], None, 6)
    assert (other.name, other.length, other.note) == ("b", 2, "far")
    assert one.ways is not other.ways
    assert [entry.name for entry in fields(Step)] == ["name", "length", "ways", "note"]


def test_equal_values_are_equal_objects() -> None:
    """Equality and hash go by value, and only within the class."""
    assert Step("a") == Step("a") != Step("b")
    assert Step("a") != ("a", 1, [], None)  # type: ignore[comparison-overlap]
    nothing: Any = ()
    assert hash(Step("a", ways=nothing)) == hash(Step("a", ways=nothing))
    assert repr(Step("a")) == "Step(name='a', length=1, ways=[], note=None)"


@pytest.mark.parametrize("name", ["length", "unknown"])
def test_nothing_can_be_changed(name: str) -> None:
    """No field can be set or deleted, and none can be added."""
    step = Step("a")
    with pytest.raises(FrozenInstanceError):
        setattr(step, name, 2)
    with pytest.raises(FrozenInstanceError):
        delattr(step, name)
    assert not hasattr(step, "__dict__")


def test_copies() -> None:
    """A copy, a changed copy and what a pickle brings back are what they should be."""
    step = Step("a", 3, ["x"])
    assert copy(step) == step == loads(dumps(step))  # noqa: S301 - made here
    assert replace(step, length=4) == Step("a", 4, ["x"])


@pytest.mark.parametrize(("given", "named"), [((), {}), (("a", 1, [], None, 5), {}), (("a",), {"other": 1})])
def test_wrong_fields_are_refused(given: tuple[Any, ...], named: dict[str, Any]) -> None:
    """A missing, a further or an unknown field is an error."""
    with pytest.raises(TypeError):
        Step(*given, **named)
