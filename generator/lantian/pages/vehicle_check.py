"""The checker and the fleet view: forms that a script answers from the published table, and ways on without one."""

from collections.abc import Iterator
from functools import partial

from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.once import once
from lantian.pages.page import Later, Link, Page
from lantian.pages.vehicle_notes import following_level, page_notes
from lantian.pages.vehicle_topics import topic_links

TABLE, STATUS = "vehicle-check.json", "status.json"
SAMPLE_VEHICLES = 3


@view
class CheckView:
    """A form; `table` and `status` are the files that its script reads, counted from the root of the site."""

    answer: Text
    asides: tuple[Text, ...]
    table: str
    status: str
    doubts: str
    classes: tuple[Link, ...]
    other: Link
    """The other of the two forms."""
    links: tuple[Link, ...]
    hotline: str
    hotline_name: Text
    sample: tuple[Text, ...] = ()
    """Lines that show how a list of vehicles is written."""


@once
def check_links(edition: Edition) -> tuple[Link, ...]:
    """Return the ways to the two forms; a plan without areas has no verdicts and none of them."""
    if not edition.plan.vehicles.areas:
        return ()
    return _link(edition, "check"), _link(edition, "fleet")


def check_pages(edition: Edition, crumbs: tuple[Link, ...]) -> Iterator[Page]:
    """Yield the two forms; they change with the warning, as what they say beside the form does."""
    for name, other in (("check", "fleet"), ("fleet", "check")):
        key = "title" if name == "check" else "fleet_title"
        title = edition.say(f"vehicle_check.{key}", place=edition.place.names)
        address = addresses.vehicle_topic(edition.place.id, name)
        shown = Later(partial(check_view, edition, name, other))
        yield edition.live(address, f"vehicle_{name}", title, shown, crumbs)


def check_view(edition: Edition, name: str, other: str) -> CheckView:
    """Return one of the forms, `check` or `fleet`."""
    place = edition.place
    return CheckView(
        answer=edition.say(f"vehicle_check.{name}_answer"),
        asides=page_notes(edition, same=_stays(edition)),
        table=addresses.data(place.id, TABLE),
        status=addresses.data(place.id, STATUS),
        doubts=addresses.plan(place.id, "doubts"),
        classes=class_links(edition),
        other=_link(edition, other),
        links=topic_links(edition),
        hotline=place.hotline,
        hotline_name=place.hotline_name,
        sample=_sample(edition) if name == "fleet" else (),
    )


@once
def class_links(edition: Edition) -> tuple[Link, ...]:
    """Return the way to every class, with what counts as one."""
    return tuple(
        Link(addresses.vehicle(edition.place.id, entry.id), entry.names, note=entry.description)
        for entry in edition.content.vocabulary.vehicle_classes
    )


def _link(edition: Edition, name: str) -> Link:
    return Link(addresses.vehicle_topic(edition.place.id, name), edition.say(f"vehicle_check.{name}"))


def _stays(edition: Edition) -> bool:
    """Tell whether the level announced next has the answers of the one in force, whatever the vehicle."""
    level, following = edition.situation.level, following_level(edition)
    if level is None or following is None:
        return False
    return edition.decisions.table(level) == edition.decisions.table(following)


def _sample(edition: Edition) -> tuple[Text, ...]:
    """Return a line for some of the classes of the vocabulary, in words of the vocabulary."""
    vocabulary = edition.content.vocabulary
    area = edition.plan.vehicles.areas[0].names
    lines = []
    for number, entry in enumerate(vocabulary.vehicle_classes[:SAMPLE_VEHICLES], start=1):
        stage = vocabulary.stages[max(entry.stages)]
        fields = {"class": entry.names, "fuel": vocabulary.fuels[entry.fuels[0]], "stage": stage, "area": area}
        lines.append(edition.say("vehicle_check.sample", number=number, digit=number, **fields))
    return tuple(lines)
