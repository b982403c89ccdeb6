"""Situations that the next message may bring about, so that pages can be written ahead of it.

None of them is ever shown: a page that was written ahead is used when a message that was issued makes its situation
true, and until then it lies beside the output.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from lantian.model.bulletin import Action, Bulletin
from lantian.model.content import Content, PlaceContent
from lantian.model.in_force import in_force
from lantian.model.level import LevelId
from lantian.model.plan import Plan
from lantian.model.situation import Situation, situation
from lantian.model.text import Text
from lantian.model.timeline import Entry, known
from lantian.pages.blanks import blank_kind

_LATER, _END = timedelta(hours=6), timedelta(days=3)
_NOBODY = Text(zh="—", en="—")


def likely_situations(content: Content, entry: PlaceContent, now: datetime) -> tuple[Situation, ...]:
    """Return one situation of each kind that lies near: as it stands, calm, and after each ordinary next message."""
    messages = known(content.messages(entry), now)
    live = in_force(messages, now).warnings.live
    logs = [messages, (), *((*messages, one) for one in _next_messages(entry, live, now))]
    found = (situation(entry.place, entry.plan, log, now) for log in logs)
    return tuple({blank_kind(one): one for one in found}.values())


def _next_messages(entry: PlaceContent, live: Entry | None, now: datetime) -> Iterator[Bulletin]:
    """Yield each level from now on or from later on, with and without an expected end; and the end of what holds."""
    place = entry.place.follows or entry.place.id
    if live is not None and live.bulletin.place != place:
        return
    for level in entry.plan.levels:
        for start in (now, now + _LATER):
            for end in (None, start + _END):
                yield _message(place, live, _action(entry.plan, live, level.id), now, start, level.id, end)
    if live is not None:
        yield _message(place, live, "lift", now, now + _LATER, live.level, None)


def _action(plan: Plan, live: Entry | None, level: LevelId) -> Action:
    if live is None or live.level is None:
        return "issue"
    return "raise" if plan.level(level).rank > plan.level(live.level).rank else "lower"


def _message(  # noqa: PLR0913, PLR0917 - the fields of a message
    place: str,
    live: Entry | None,
    action: Action,
    now: datetime,
    start: datetime,
    level: LevelId | None,
    end: datetime | None,
) -> Bulletin:
    return Bulletin(
        id="likely",
        place=place,
        action=action,
        level=level,
        issued_at=now,
        starts_at=start,
        expected_end=end,
        replaces=None if live is None else live.bulletin.id,
        issuer=_NOBODY,
        pollutant="pm25" if live is None else live.bulletin.pollutant,
    )
