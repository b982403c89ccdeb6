"""Calendars of a place to subscribe to: one for every audience and language, and one of the warnings alone.

What was published once does not vanish silently: the messages are played again in their order, so that an event that
one of them took away is there as cancelled. The numbers of the events grow with every publication.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import chain
from zoneinfo import ZoneInfo

from lantian.formats.calendar_advisories import advisory_events
from lantian.formats.calendar_events import AUDIENCES, Audience, CalendarEvent, Making, Moment, events
from lantian.formats.calendar_file import IcsEvent, Status, calendar_bytes
from lantian.formats.calendar_school import school_events
from lantian.model.bulletin import Bulletin
from lantian.model.in_force import in_force
from lantian.model.schedule import entries
from lantian.model.text import LANGUAGES, Language, Text
from lantian.model.timeline import Episode, episodes, known
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Document

EVENT_FILE = "event.ics"
_KEPT = timedelta(days=30)
"""How long the last chain of messages stays in the calendars after its last word or its end."""
_EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def calendar_documents(edition: Edition, generated: datetime) -> Iterator[Document]:
    """Yield the calendars of a place; without a warning they are there and empty."""
    moments = tuple(_moments(edition))
    for audience in AUDIENCES:
        published = _played(moments, audience)
        for language in LANGUAGES if audience != "event" else (None,):
            yield _document(edition, audience, language, published, generated)


def calendar_file(audience: Audience, language: Language) -> str:
    """Return the name of a calendar; that of the warnings alone speaks both languages."""
    return EVENT_FILE if audience == "event" else f"{audience}.{language}.ics"


def _moments(edition: Edition) -> Iterator[Moment]:
    """Yield the place as it was known right before and after each message that still matters, and as it is now."""
    now = edition.situation.as_of
    messages = tuple(_kept(known(edition.messages, now), now))
    for at in dict.fromkeys(message.issued_at for message in messages):
        yield _moment(edition, tuple(one for one in messages if one.issued_at < at), at)
        yield _moment(edition, messages, at)
    yield _moment(edition, messages, now)


def _moment(edition: Edition, messages: tuple[Bulletin, ...], at: datetime) -> Moment:
    then = at.astimezone(ZoneInfo(edition.place.timezone))
    return Moment(edition.place, edition.plan, in_force(messages, then), edition.wording)


def _kept(messages: tuple[Bulletin, ...], now: datetime) -> Iterator[Bulletin]:
    """Yield the messages of chains that still matter: those not over, and those that ended lately."""
    matter = {message.key for one in episodes(messages) if _matters(one, now) for message in one.messages}
    return (message for message in messages if message.key in matter)


def _matters(episode: Episode, now: datetime) -> bool:
    line = entries(episode)
    # the hours that an advisory states end it; a warning ends by a message alone
    stated = episode.expected_end if episode.first.line != "level" and not episode.exercise else None
    if stated is None and any(not entry.ends for entry in line[-1:]):
        return True
    last = max((episode.messages[-1].issued_at, stated or now - _KEPT, *(entry.start for entry in line)))
    return now < last + _KEPT


def _played(moments: Iterable[Moment], audience: Audience) -> tuple[CalendarEvent, ...]:
    standing: dict[str, Making] = {}
    gone: dict[str, Making] = {}
    for told in moments:
        of_schools = school_events(told) if audience == "schools" else ()
        now = dict(chain(events(told, audience), of_schools, advisory_events(told, audience)))
        gone |= {uid: partial(_cancelled, told, making) for uid, making in standing.items() if uid not in now}
        gone = {uid: making for uid, making in gone.items() if uid not in now}
        standing = now
    made = (making() for making in (*gone.values(), *standing.values()))
    return tuple(sorted(made, key=lambda event: (event.start, event.uid)))


def _cancelled(told: Moment, making: Making) -> CalendarEvent:
    event = making()
    summary = told.say("cancelled", summary=event.summary)
    return replace(event, cancelled=True, summary=summary, description=told.say("end_cancelled"))


def _sequence(edition: Edition) -> int:
    """Return the number of this edition of every event: later ones have higher numbers, at the same moment too."""
    now = edition.situation.as_of
    return int((now - _EPOCH).total_seconds()) + len(known(edition.messages, now))


def _document(
    edition: Edition, audience: Audience, language: Language | None, published: Iterable[CalendarEvent], at: datetime
) -> Document:
    demo = edition.content.site.mode != "official"
    name = edition.say(f"calendar.name_{audience}", place=edition.place.names)
    marked = edition.say("calendar.demo", summary=name) if demo else name
    data = calendar_bytes(
        name=_spoken(marked, language),
        told=_spoken(edition.say("calendar.about"), language),
        zone=edition.place.timezone,
        events=(_ics(edition, one, audience, language) for one in published),
        generated=at,
    )
    return Document(addresses.data(edition.place.id, calendar_file(audience, language or "zh")), data)


def _ics(edition: Edition, event: CalendarEvent, audience: Audience, language: Language | None) -> IcsEvent:
    demo = edition.content.site.mode != "official"
    summary = edition.say("calendar.demo", summary=event.summary) if demo else event.summary
    status: Status = "CANCELLED" if event.cancelled else "CONFIRMED" if event.sure == "known" else "TENTATIVE"
    root = edition.content.site.address
    page = _page(edition.place.id, audience)
    return IcsEvent(
        uid=f"{event.uid}-{audience}@lantian",
        sequence=_sequence(edition),
        start=event.start,
        end=event.end,
        status=status,
        summary=_spoken(summary, language),
        description=_spoken(event.description, language),
        location=_spoken(edition.place.names, language),
        categories=("EXERCISE",) if event.drill else ("WARNING",),
        url=f"{root.rstrip('/')}/{language or 'zh'}/{page}" if root is not None else None,
    )


def _page(place: str, audience: Audience) -> str:
    pages = {"drivers": addresses.vehicle, "schools": addresses.school, "enterprises": addresses.enterprise}
    return pages[audience](place) if audience in pages else addresses.home(place)


def _spoken(text: Text, language: Language | None) -> str:
    """Speak a text in one language, or in both where there is one file for both."""
    return f"{text.zh} / {text.en}" if language is None else text.speak(language)
