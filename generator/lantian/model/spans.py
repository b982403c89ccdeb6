"""The spans of a situation as programs get them: neighbors that differ only in how pages tell them are one."""

from collections.abc import Iterable
from dataclasses import replace

from lantian.model.boundaries import Segment


def spans(segments: Iterable[Segment]) -> tuple[Segment, ...]:
    """Put neighbors of one level and state together, such as a drill announced and the same drill begun."""
    found: list[Segment] = []
    for one in segments:
        if found and (found[-1].level, found[-1].state) == (one.level, one.state):
            found[-1] = replace(found[-1], until=one.until)
        else:
            found.append(one)
    return tuple(found)
