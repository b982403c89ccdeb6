"""A place whose moments are left blank: what its pages say of a situation before anyone knows when it begins or ends.

Most pages of a place depend on the level and the state alone, and name moments beside. Such a page is the same for all
situations of one `kind`, but for the moments.
"""

from dataclasses import fields, replace
from datetime import datetime
from typing import Any, NoReturn, cast

from lantian.model.blank import ISO, BlankMoment, BlankReadError
from lantian.model.content import Content, PlaceContent
from lantian.model.moment_sentence import Form, moment
from lantian.model.situation import Situation
from lantian.model.situation_parts import Advisory
from lantian.model.text import Language
from lantian.model.timeline import Entry
from lantian.model.wording import Wording
from lantian.pages.edition import Edition, edition_of

_COPIED = (
    "place", "state", "level", "rank", "levels_total", "response", "exercise_level", "follows", "followed_level",
    "pollutant", "overdue",
)  # fmt: skip
"""What a page may read of a situation beside its moments; it makes up the kind."""
_MOMENTS = ("as_of", "next_check_by", "starts_at", "since", "expected_end", "lifted_at")
_ENTRIES = ("next_entry", "suspended")
Moments = dict[str, datetime]
"""By the name of the blank."""


class _Unread:
    """Something that is there and of which nobody may read more than that."""

    def _refuse(self, *_: object) -> NoReturn:
        raise BlankReadError("only moments are filled in, messages are not")

    __getattr__ = __iter__ = __len__ = __bool__ = __eq__ = __getitem__ = _refuse
    __hash__ = None  # type: ignore[assignment]


class _Message(_Unread):
    """A message of which nothing is known but whose it is."""

    def __init__(self, place: str) -> None:
        self.place = place


def _previous(situation: Situation) -> str | None:
    """Return the level before, where no other is spoken of."""
    spoken_of = situation.level or situation.suspended_level or situation.pending_level
    return situation.previous_level if spoken_of is None else None


def blank_kind(situation: Situation) -> str:
    """Return everything about a situation that a blank page may depend on, as one line of text."""
    told = [repr(getattr(situation, name)) for name in _COPIED] + [repr(_previous(situation))]
    told += [str(getattr(situation, name) is not None) for name in (*_MOMENTS, *_unread_fields())]
    told += [_kind_of_entry(getattr(situation, name)) for name in _ENTRIES]
    told += [f"{one.track} {one.until is not None}" for one in situation.advisories]
    source = situation.source
    told += [repr(None if source is None else source.place), str(situation.as_of.year), str(situation.as_of.tzinfo)]
    return "; ".join(told)


def moments_of(situation: Situation) -> Moments:
    """Return the moments that are filled in."""
    found = {name: getattr(situation, name) for name in _MOMENTS}
    found |= {name: entry.start for name in _ENTRIES if (entry := getattr(situation, name)) is not None}
    for number, advisory in enumerate(situation.advisories):
        found |= {f"advisory_{number}": advisory.start, f"until_{number}": advisory.until}
    return {name: at for name, at in found.items() if at is not None}


def filled(name: str, form: str, language: Language, moments: Moments, wording: Wording) -> str:
    """Return what stands in the place of a mark."""
    at = moments[name]
    return at.isoformat() if form == ISO else moment(at, moments["as_of"], cast("Form", form), wording).speak(language)


def blank_edition(content: Content, entry: PlaceContent, situation: Situation) -> Edition:
    """Return the edition of a place in a situation of this kind; `content` is without messages.

    BlankReadError is raised by whoever reads more of the situation than its kind and the marks of its moments.
    """
    return edition_of(content, entry, blank_situation(situation))


def blank_situation(situation: Situation) -> Situation:
    """Return a situation of the same kind that knows no moment and no message."""
    known: dict[str, Any] = {name: getattr(situation, name) for name in _COPIED}
    for name in _MOMENTS:
        at = getattr(situation, name)
        known[name] = None if at is None else BlankMoment.of(name, at)
    for name in (*_unread_fields(), "previous_level"):
        known[name] = None if getattr(situation, name) is None else _Unread()
    for name in _ENTRIES:
        known[name] = _blank_entry(name, getattr(situation, name))
    known["advisories"] = tuple(_blank_advisory(number, one) for number, one in enumerate(situation.advisories))
    known["previous_level"] = _previous(situation) or known["previous_level"]
    known["source"] = None if situation.source is None else _Message(situation.source.place)
    return Situation(**known)


def _unread_fields() -> tuple[str, ...]:
    taken = {*_COPIED, *_MOMENTS, *_ENTRIES, "advisories", "source", "previous_level"}
    return tuple(one.name for one in fields(Situation) if one.name not in taken)


def _kind_of_entry(entry: Entry | None) -> str:
    return "" if entry is None else f"{entry.kind} {entry.level}"


def _blank_entry(name: str, entry: Entry | None) -> Entry | None:
    if entry is None:
        return None
    unread = cast("Any", _Unread())
    return replace(entry, start=BlankMoment.of(name, entry.start), bulletin=unread, episode=unread)


def _blank_advisory(number: int, advisory: Advisory) -> Advisory:
    until = None if advisory.until is None else BlankMoment.of(f"until_{number}", advisory.until)
    start = BlankMoment.of(f"advisory_{number}", advisory.start)
    return replace(advisory, start=start, until=until, bulletin=cast("Any", _Unread()))
