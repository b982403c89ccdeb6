"""The odd-even calendar of a plan that has such a rule: which last digits may drive on each of the next days."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial

from lantian.model.moment_sentence import moment
from lantian.model.text import Text
from lantian.model.vehicle import Plates
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_answers import as_it_stands
from lantian.pages.vehicle_cards import Exempt, exempt
from lantian.pages.vehicle_notes import following_level, situation_notes
from lantian.pages.vehicle_topics import topic_links

DAYS = 14
DIGITS = tuple(range(10))


@view
class PlateDay:
    """A day, the last digits that may drive on it, and whether the rule is known to hold then."""

    day: Text
    digits: Text
    status: Text


@view
class PlatesView:
    """The rule and its next days."""

    answer: Text
    text: Text
    area: Text
    asides: tuple[Text, ...]
    days: tuple[PlateDay, ...]
    exempt: tuple[Exempt, ...]
    doubts: str
    links: tuple[Link, ...]


def plates_pages(edition: Edition) -> Iterator[Page]:
    """Yield the calendar if the plan has an odd-even rule and names areas."""
    plates = edition.plan.vehicles.plates
    if plates is None or not edition.plan.vehicles.areas:
        return
    crumb = Link(addresses.vehicle(edition.place.id), edition.say("vehicle_page.question"))
    address = addresses.vehicle_topic(edition.place.id, "plates")
    title = edition.say("vehicle_page.plates_title", place=edition.place.names)
    yield edition.live(address, "vehicle_plates", title, Later(partial(plates_view, edition, plates)), (crumb,))


def plates_view(edition: Edition, plates: Plates) -> PlatesView:
    """Return fourteen days from the day of the edition on."""
    runs = edition.situation.shown_level in plates.levels
    answer = edition.say("vehicle_page.plates_answer_none")
    if runs:
        answer = as_it_stands(edition, _answer(edition, plates))
    return PlatesView(
        answer=answer,
        text=plates.text,
        area=next(area.names for area in edition.plan.vehicles.areas if area.id == plates.area),
        asides=situation_notes(edition, same=following_level(edition) in plates.levels and runs),
        days=tuple(_day(edition, plates, offset) for offset in range(DAYS)),
        exempt=tuple(exempt(edition, one) for one in plates.exemptions),
        doubts=addresses.plan(edition.place.id, "doubts"),
        links=topic_links(edition, "plates"),
    )


def _answer(edition: Edition, plates: Plates) -> Text:
    """Speak of the present day, or of the first day of a warning that is announced: its digits if the plan has them."""
    now = edition.situation.as_of
    start = edition.situation.starts_at
    day = start if start is not None and start > now else now
    local = day.astimezone(now.tzinfo)
    spoken = moment(local, now, "day", edition.wording)
    if not plates.assigned:
        return edition.say(f"vehicle_page.plates_{'now' if edition.situation.holds else 'then'}", day=spoken)
    return edition.say("vehicle_page.plates_answer", day=spoken, digits=_digits(plates, local))


def _digits(plates: Plates, day: datetime) -> str:
    even = plates.even_digits
    digits = even if day.day % 2 == 0 else tuple(digit for digit in DIGITS if digit not in even)
    return " ".join(str(digit) for digit in digits)


def _day(edition: Edition, plates: Plates, offset: int) -> PlateDay:
    now = edition.situation.as_of
    noon = now.replace(hour=12, minute=0, second=0, microsecond=0) + timedelta(days=offset)
    written = _digits(plates, noon)
    digits = "plates_even" if plates.assigned else "plates_usual"
    return PlateDay(
        day=moment(noon, now, "day", edition.wording),
        digits=edition.say(f"vehicle_page.{digits}", digits=written),
        status=edition.say(f"vehicle_page.{_status(edition, plates, noon)}"),
    )


def _status(edition: Edition, plates: Plates, noon: datetime) -> str:
    """Return what is known of a day; that of the edition needs no end that anybody has set."""
    if noon.date() == edition.situation.as_of.date() and edition.situation.level in plates.levels:
        return "plates_today"
    return "plates_in_force" if _known_to_hold(edition, plates, noon) else "plates_planned"


def _known_to_hold(edition: Edition, plates: Plates, noon: datetime) -> bool:
    """Tell whether, by what is known now, a level with the rule holds on a day."""
    for segment in edition.situation.segments:
        if segment.level in plates.levels and segment.start.date() <= noon.date():
            known_end = segment.until or edition.situation.expected_end
            if known_end is not None and noon < known_end:
                return True
    return False
