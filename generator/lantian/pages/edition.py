"""One place at one moment: everything that its pages are made from."""

from dataclasses import field, replace
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from lantian.model.bulletin import Bulletin
from lantian.model.citation import Citation
from lantian.model.content import Content, PlaceContent
from lantian.model.inheritance import inheritance_line
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.situation import Situation, situation_of
from lantian.model.situation_parts import Advisory
from lantian.model.text import Text
from lantian.model.vehicle_decisions import Decisions, decisions_on
from lantian.model.view import view
from lantian.model.wording import Wording
from lantian.pages import addresses
from lantian.pages.clock_line import live_clock, still_clock
from lantian.pages.once import Kept, once
from lantian.pages.page import Inheritance, Link, Page, PlaceFrame
from lantian.pages.short_addresses import short_address
from lantian.pages.status_strip import status_strip


class Say(Protocol):
    """Fills a sentence pattern, as `Wording.say` does."""

    def __call__(self, key: str, /, **fields: Text | str | int) -> Text:
        """Return the sentence called `section.name`."""


@view
class Edition:
    """A place, its plan and its situation, with the two frames that its pages stand in.

    `live` pages change with the warning and promise a next check; `still` pages change only with the plan, so that a
    new bulletin leaves their bytes alone.
    """

    content: Content
    entry: PlaceContent
    plan: Plan
    """The plan that the place applies."""
    situation: Situation
    as_of: datetime
    audiences: dict[str, Text]
    decisions: Decisions
    live_frame: PlaceFrame
    still_frame: PlaceFrame
    kept: Kept = field(init=False, default_factory=dict)
    """What `once` worked out; an edition that is made by `replace` begins with nothing."""

    @property
    def place(self) -> Place:
        """Return the place."""
        return self.entry.place

    @property
    def messages(self) -> tuple[Bulletin, ...]:
        """Return the messages that count here, those of a place that it follows among them."""
        return self.content.messages(self.entry)

    @property
    def wording(self) -> Wording:
        """Return the sentence patterns."""
        return self.content.wording

    @property
    def say(self) -> Say:
        """Return what fills a sentence pattern: the wording's own method, since a page says hundreds of sentences."""
        return self.content.wording.say

    def advisory_address(self, advisory: Advisory) -> str:
        """Return where an advisory is explained: the page of its track, or its message where the plan has no track."""
        if any(track.id == advisory.track for track in self.plan.tracks):
            return addresses.track(self.place.id, advisory.track)
        return addresses.bulletin(advisory.bulletin.place, advisory.bulletin.id)

    def cite(self, clause: str) -> Citation:
        """Spell out a clause of the plan."""
        return self.plan.cite(clause, self.wording)

    @once
    def home_crumb(self) -> Link:
        """Return the way back to the front page of the place."""
        return Link(addresses.home(self.place.id), self.place.names)

    def live(self, address: str, template: str, title: Text, view: object, crumbs: tuple[Link, ...] = ()) -> Page:
        """Return a page that changes with the warning; `crumbs` lead from the place's front page to this page."""
        return self._page(self.live_frame, address, template, title, view, crumbs)

    def still(self, address: str, template: str, title: Text, view: object, crumbs: tuple[Link, ...] = ()) -> Page:
        """Return a page that changes only with the plan."""
        return self._page(self.still_frame, address, template, title, view, crumbs)

    def _page(
        self, frame: PlaceFrame, address: str, template: str, title: Text, view: object, crumbs: tuple[Link, ...]
    ) -> Page:
        home = self.home_crumb()
        return Page(
            address=address,
            template=f"pages/{template}.html",
            title=title,
            view=view,
            place=frame,
            crumbs=() if address == home.address else (home, *crumbs),
            rules=True,
            short=short_address(address),
        )


def editions(content: Content, as_of: datetime) -> tuple[Edition, ...]:
    """Return the edition of every place, in the order of the content."""
    return tuple(edition(content, entry, as_of) for entry in content.places)


def edition(content: Content, entry: PlaceContent, as_of: datetime) -> Edition:
    """Return the edition of a place at a moment, told in the place's own time."""
    return edition_of(content, entry, situation_of(content, entry, as_of.astimezone(ZoneInfo(entry.place.timezone))))


def edition_of(content: Content, entry: PlaceContent, situation: Situation) -> Edition:
    """Return the edition of a place in a situation."""
    live, still = _frames(content, entry, situation)
    return Edition(
        content=content,
        entry=entry,
        plan=entry.plan,
        situation=situation,
        as_of=situation.as_of,
        audiences={audience.id: audience.names for audience in content.vocabulary.audiences},
        decisions=decisions_on(entry.plan.vehicles, content.vocabulary.vehicle_classes),
        live_frame=live,
        still_frame=still,
    )


def _frames(content: Content, entry: PlaceContent, situation: Situation) -> tuple[PlaceFrame, PlaceFrame]:
    """Return the shell of pages that change with the warning, and of those that do not."""
    place, wording = entry.place, content.wording
    still = PlaceFrame(
        id=place.id,
        names=place.names,
        plan_line=_plan_line(entry.plan, wording),
        hotline=place.hotline,
        hotline_name=place.hotline_name,
        clock=still_clock(situation.as_of, wording),
        exercise=None,
    )
    live = replace(
        still,
        clock=live_clock(situation, wording),
        exercise=wording.pattern("exercise.bar") if situation.state == "exercise" else None,
        strip=status_strip(situation, entry, wording),
        inheritance=_inheritance(content, entry, situation),
    )
    return live, still


def _plan_line(plan: Plan, wording: Wording) -> Text:
    """Name the plan that the pages stand on, and what is known of a newer one."""
    if plan.newer is None:
        return wording.say("clock.plan", plan=plan.document.short)
    return wording.say("clock.plan_newer", plan=plan.document.short, newer=plan.newer)


def _inheritance(content: Content, entry: PlaceContent, situation: Situation) -> Inheritance | None:
    """Return whose warnings are taken over, with the ways to that place and to both plans."""
    place, wording = entry.place, content.wording
    if place.follows is None:
        return None
    followed = content.place(place.follows)
    return Inheritance(
        text=inheritance_line(situation, place, followed.place, entry.plan, wording),
        links=(
            Link(addresses.home(followed.place.id), followed.place.names),
            Link(addresses.plan(followed.place.id), followed.plan.document.short),
            Link(addresses.plan(place.id), entry.plan.document.short),
        ),
    )
