"""Lines without levels (ozone, sulfur dioxide, a public notice) in the calendars, never merged with warnings."""

from collections.abc import Iterator
from functools import partial

from lantian.formats.calendar_events import Audience, CalendarEvent, Making, Moment, span_event
from lantian.formats.calendar_spans import Span, spans
from lantian.model.level import TrackId
from lantian.model.measure import Measure
from lantian.model.text import Text

TOPICS: dict[Audience, frozenset[str]] = {
    "drivers": frozenset({"vehicle"}),
    "schools": frozenset({"school"}),
    "enterprises": frozenset({"industry"}),
}
"""What a line must say something about to stand in the calendar of an audience; that of all lines has every one."""

STRENGTH = ("required", "may", "advised")
"""Which measure a summary names, the strongest first; what companies decide themselves is none to be named."""


def advisory_events(told: Moment, audience: Audience) -> Iterator[tuple[str, Making]]:
    """Yield the number of each span of the lines that concern an audience, and what makes its event."""
    for track, line in told.force.advisories.items():
        measures = tuple(one for one in told.plan.measures_on(track) if one.topic in TOPICS.get(audience, ()))
        if audience == "event" or measures:
            for span in spans(line, told.place.id, track):
                yield span.uid, partial(_advisory, told, span, track, measures)


def _advisory(told: Moment, span: Span, track: TrackId, measures: tuple[Measure, ...]) -> CalendarEvent:
    """Return the event, with the plan's words and how strong they are."""
    return span_event(told, span, _summary(told, track, measures))


def _summary(told: Moment, track: TrackId, measures: tuple[Measure, ...]) -> Text:
    names = next((one.names for one in told.plan.tracks if one.id == track), told.wording.pattern("calendar.advisory"))
    for duty in STRENGTH:
        for one in measures:
            if one.duty == duty:
                return told.say(f"track_{duty}", track=names, text=(one.brief or one.text).unstopped)
    return told.say("event", level=names)
