"""The portal: all places, worst first, and one sentence that counts them."""

from collections.abc import Iterator

from lantian.model.content import Content
from lantian.model.level import LEVEL_ORDER
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.page import Page, Strip
from lantian.pages.standing import Standing

GROUPS = (*reversed(LEVEL_ORDER), "suspended", "pending", "advisory", "exercise", "none")
"""Headings of the portal, worst first; a place stands under exactly one."""


@view
class PortalRow:
    """One place: its name, its status, the way to it."""

    address: str
    names: Text
    pinyin: str
    strip: Strip
    inherited: Text | None
    """Whose warnings the place follows."""


@view
class PortalGroup:
    """Places in the same situation."""

    id: str
    heading: Text
    rows: tuple[PortalRow, ...]


@view
class PortalView:
    """What the portal shows."""

    headline: Text
    """The answer: how many places stand where, or the status of the only place."""
    count: Text
    several: bool
    groups: tuple[PortalGroup, ...]


def portal_pages(content: Content, places: tuple[Standing, ...]) -> Iterator[Page]:
    """Yield the portal and the page for addresses that lead nowhere."""
    wording = content.wording
    view = _view(content, places)
    yield Page(
        address=addresses.PORTAL, template="pages/portal.html", title=wording.pattern("portal.title"), view=view,
        description=view.headline,
    )  # fmt: skip
    yield Page(
        address=addresses.NOT_FOUND, template="pages/not_found.html", title=wording.pattern("portal.not_found"),
        view=view,
    )  # fmt: skip


def _view(content: Content, places: tuple[Standing, ...]) -> PortalView:
    wording = content.wording
    grouped: dict[str, list[PortalRow]] = {group: [] for group in GROUPS}
    for one in sorted(places, key=lambda one: one.place.pinyin):
        place, strip, follows = one.place, one.frame.strip, one.frame.inheritance
        if strip is not None:
            inherited = None if follows is None else follows.text
            row = PortalRow(addresses.home(place.id), place.names, place.pinyin, strip, inherited)
            grouped[one.group].append(row)
    groups = tuple(
        PortalGroup(id=group, heading=wording.pattern(f"portal_group.{group}"), rows=tuple(rows))
        for group, rows in grouped.items()
        if rows
    )
    counted = tuple(wording.say(f"portal_count.{group.id}", number=len(group.rows)) for group in groups)
    count = wording.say("portal.count", number=len(places), parts=wording.join(counted, "join.list"))
    rows = tuple(row for group in groups for row in group.rows)
    headline = count
    if len(rows) == 1:
        headline = wording.say("portal.only", place=rows[0].names, state=rows[0].strip.headline)
    return PortalView(headline=headline, count=count, several=len(rows) > 1, groups=groups)
