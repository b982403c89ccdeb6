"""One place at one moment: everything that its pages are made from."""

from dataclasses import dataclass, replace
from datetime import datetime
from zoneinfo import ZoneInfo

from lantian.model.citation import Citation
from lantian.model.content import Content, PlaceContent
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.situation import Situation, situation_of
from lantian.model.text import Text
from lantian.model.vehicle_decisions import Decisions
from lantian.model.wording import Wording
from lantian.pages import addresses
from lantian.pages.clock_line import live_clock, still_clock
from lantian.pages.page import Link, Page, PlaceFrame
from lantian.pages.status_strip import status_strip


@dataclass(frozen=True, slots=True)
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

    @property
    def place(self) -> Place:
        """Return the place."""
        return self.entry.place

    @property
    def wording(self) -> Wording:
        """Return the sentence patterns."""
        return self.content.wording

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill a sentence pattern."""
        return self.wording.say(key, **fields)

    def cite(self, clause: str) -> Citation:
        """Spell out a clause of the plan."""
        return self.plan.cite(clause, self.wording)

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
        own = address == addresses.home(self.place.id)
        return Page(
            address=address,
            template=f"pages/{template}.html",
            title=title,
            view=view,
            place=frame,
            crumbs=() if own else (self.home_crumb(), *crumbs),
            rules=True,
        )


def editions(content: Content, as_of: datetime) -> tuple[Edition, ...]:
    """Return the edition of every place, in the order of the content."""
    return tuple(edition(content, entry, as_of) for entry in content.places)


def edition(content: Content, entry: PlaceContent, as_of: datetime) -> Edition:
    """Return the edition of a place at a moment, told in the place's own time."""
    as_of = as_of.astimezone(ZoneInfo(entry.place.timezone))
    situation = situation_of(entry, as_of)
    live, still = _frames(entry, situation, content.wording)
    return Edition(
        content=content,
        entry=entry,
        plan=entry.plan,
        situation=situation,
        as_of=as_of,
        audiences={audience.id: audience.names for audience in content.vocabulary.audiences},
        decisions=Decisions(entry.plan.vehicles, content.vocabulary.vehicle_classes),
        live_frame=live,
        still_frame=still,
    )


def _frames(entry: PlaceContent, situation: Situation, wording: Wording) -> tuple[PlaceFrame, PlaceFrame]:
    """Return the shell of pages that change with the warning, and of those that do not."""
    place = entry.place
    still = PlaceFrame(
        id=place.id,
        names=place.names,
        plan_line=wording.say("clock.plan", plan=entry.plan.document.short),
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
    )
    return live, still
