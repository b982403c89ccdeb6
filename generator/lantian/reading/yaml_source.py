"""YAML that remembers where each value stands.

Scalars stay text (YAML 1.1 would read `12:30` as 750 and `NO` as false); only a plain empty scalar, `~` or `null` is
`None`. The parser's events are read in one loop, so depth is bounded before anything is nested. Positions cost more
than the values and are needed only if something is wrong, so they are collected in a second reading, on demand.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

import yaml

from lantian.model.characters import refused_character
from lantian.model.checks.finding import Filling, Path
from lantian.model.view import view

Data = dict[str, "Data"] | list["Data"] | str | None
DEPTH_LIMIT = 20
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})


class Position(NamedTuple):
    """Line and column, counted from 1."""

    line: int
    column: int


START = Position(1, 1)


@view
class Fault:
    """Something that a file must not contain, by the key of its sentence."""

    position: Position
    key: str
    fields: Mapping[str, Filling] = field(default_factory=dict)


@dataclass(frozen=True)
class YamlSource:
    """A file that was read: the name it is reported under, its text and its values."""

    file: str
    text: str
    data: dict[str, Data]

    def position(self, path: Path, *, at_key: bool = False) -> Position:
        """Return where the value at `path` (or its key) stands; the nearest value around it if there is none."""
        for length in range(len(path), 0, -1):
            found = self._positions.get(path[:length])
            if found is not None:
                return found[1] if at_key and length == len(path) else found[0]
        return START

    @cached_property
    def _positions(self) -> "Positions":
        composer = _Composer(positions={})
        composer.read(self.text)
        return composer.positions or {}


Positions = dict[Path, tuple[Position, Position]]
"""By path: where the value starts, and where its key (or for a list entry, the value) starts."""


def parse(text: str) -> tuple[dict[str, Data] | None, tuple[Fault, ...]]:
    """Return the mapping that a text holds, or None and what is wrong with it; both if it is read with faults."""
    composer = _Composer()
    try:
        composer.read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        position = Position(mark.line + 1, mark.column + 1) if mark else START
        composer.fault(position, "broken_yaml", reason=error.problem or "")
    except yaml.YAMLError as error:
        composer.fault(START, "broken_yaml", reason=str(error).partition("\n")[0])
    data = composer.top
    if not composer.faults and not isinstance(data, dict):
        composer.fault(START, "no_mapping")
    return (data if isinstance(data, dict) else None), tuple(composer.faults)


class _Stop(Exception):  # noqa: N818 - a way out of the loop, no error
    """The rest of the file is not worth reading."""


@dataclass(slots=True)
class _Open:
    """A mapping or list that is not finished; in a mapping `key` waits for its value, `key_event` told of it."""

    data: dict[str, Data] | list[Data]
    path: Path
    key: str | None = None
    key_event: yaml.ScalarEvent | None = None


@dataclass(slots=True)
class _Composer:
    """Puts values together from events."""

    positions: Positions | None = None
    faults: list[Fault] = field(default_factory=list)
    _within: _Open = field(default_factory=lambda: _Open([], ()))
    """What the next value belongs to: at first a list that holds the whole, and that nothing is said of."""
    _around: list[_Open] = field(default_factory=list)
    _documents: int = 0

    @property
    def top(self) -> Data:
        return next(iter((*self._around, self._within)[0].data), None)

    def fault(self, position: Position, key: str, **fields: Filling) -> None:
        self.faults.append(Fault(position, key, fields))

    def read(self, text: str) -> None:
        loader = yaml.CSafeLoader(text)
        try:
            for event in iter(loader.get_event, None):
                if isinstance(event, yaml.ScalarEvent):  # two of three
                    self._scalar(event)
                else:
                    self._take(event)
        except _Stop:
            return
        finally:
            loader.dispose()

    def _take(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.MappingStartEvent):
            self._begin(event, {})
        elif isinstance(event, yaml.SequenceStartEvent):
            self._begin(event, [])
        elif isinstance(event, yaml.CollectionEndEvent):
            self._within = self._around.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._stop(event, "alias")
        elif isinstance(event, yaml.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._stop(event, "second_document")

    def _stop(self, event: yaml.Event, key: str, **fields: Filling) -> None:
        self.fault(_position(event), key, **fields)
        raise _Stop

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_mark(event)
        text: str = event.value
        if event.style == '"' and (name := refused_character(text)):
            self.fault(_position(event), "refused_character", character=name)
        within = self._within
        if within.key is not None or isinstance(within.data, list):
            self._add(None if text in _NULLS and event.implicit[0] else text, event)
            return
        if text in within.data:
            self.fault(_position(event), "repeated_key", name=text)
        within.key, within.key_event = text, event

    def _begin(self, event: yaml.CollectionStartEvent, data: dict[str, Data] | list[Data]) -> None:
        if event.anchor is not None or event.tag is not None:
            self._refuse_mark(event)
        if len(self._around) >= DEPTH_LIMIT:
            self._stop(event, "too_deep", limit=DEPTH_LIMIT)
        within = self._within
        if within.key is None and isinstance(within.data, dict):
            self._stop(event, "key_no_text")
        path = self._add(data, event)
        self._around.append(within)
        self._within = _Open(data, path)

    def _refuse_mark(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            self._stop(event, "alias")
        self.fault(_position(event), "tag")

    def _add(self, value: Data, event: yaml.NodeEvent) -> Path:
        within = self._within
        step: str | int
        if isinstance(within.data, list):
            step, key_event = len(within.data), event
            within.data.append(value)
        else:
            step, key_event = within.key or "", within.key_event or event
            within.data[step] = value
            within.key = None
        if self.positions is None or not self._around:
            return ()
        path = (*within.path, step)
        self.positions[path] = (_position(event), _position(key_event))
        return path


def _position(event: yaml.Event) -> Position:
    mark = event.start_mark
    return START if mark is None else Position(mark.line + 1, mark.column + 1)
