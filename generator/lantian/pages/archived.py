"""One campaign that has ended, as its pages see it: what it cites, whom it names, and that it is not in force."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from lantian.model.campaign import Campaign, Period
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Link, Page
from lantian.pages.plan import spoken_day

TOPICS = ("limits", "tables", "tasks", "clauses", "doubts")
FILES = ("seasonal", "targets", "households", "coal", "tasks", "statements")
"""The tables as CSV files, by the stem of their names."""


@view
class Ended:
    """What every page of an archive says before anything else."""

    heading: Text
    bar: Text
    ways: tuple[Link, ...]
    """To what holds now."""


@view
class File:
    """A table as a file; `address` is from the root of the site."""

    address: str
    text: Text


@view
class Archived:
    """A campaign in the edition of its place."""

    edition: Edition
    campaign: Campaign

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill a sentence pattern."""
        return self.edition.say(key, **fields)

    def cite(self, clause: str) -> Citation:
        """Spell out a clause of the campaign, never one of the plan in force."""
        return self.campaign.cite(clause, self.edition.wording)

    def day(self, day: date) -> Text:
        """Say a day with its year."""
        return spoken_day(day, self.edition.wording)

    def address(self, topic: str = "") -> str:
        """Return the front page of the archive, or one of its topics."""
        place = self.edition.place.id
        return addresses.plan(place, f"{self.campaign.id}/{topic}" if topic else self.campaign.id)

    def bodies(self, ids: Iterable[str]) -> Text | None:
        """Name public bodies in a line; None if there are none."""
        names = tuple(self.campaign.bodies[one] for one in ids)
        return self.edition.wording.join(names, "join.list") if names else None

    def doubts(self, ids: Iterable[str]) -> tuple[Link, ...]:
        """Return the ways to doubts."""
        page = self.address("doubts")
        return tuple(Link(page, self.say("archive.doubt", number=doubt_number(one)), anchor=one) for one in ids)

    def period(self, period: str) -> Period:
        """Return a period by its id."""
        return next(one for one in self.campaign.periods if one.id == period)

    def ended(self, heading: Text) -> Ended:
        """Return the head of a page: its heading, the bar, and the ways to what holds now."""
        place = self.edition.place.id
        return Ended(
            heading=heading,
            bar=self.say("archive.bar", until=self.day(self.campaign.valid_until)),
            ways=(
                Link(addresses.home(place), self.say("archive.to_now", place=self.edition.place.names)),
                Link(addresses.plan(place), self.say("archive.to_plan", plan=self.edition.plan.document.short)),
            ),
        )

    def files(self, *names: str) -> tuple[File, ...]:
        """Return tables as files."""
        folder = f"{self.campaign.id}/"
        return tuple(
            File(addresses.data(self.edition.place.id, f"{folder}{name}.csv"), self.say(f"archive_file.{name}"))
            for name in names
        )

    def crumbs(self, topic: str = "") -> tuple[Link, ...]:
        """Return the way down to the front page of the archive or to one of its topics."""
        above = Link(addresses.plan(self.edition.place.id), self.say("plan_page.crumb"))
        return (above, Link(self.address(), self.say("archive.crumb"))) if topic else (above,)

    def framed(self, page: Page) -> Page:
        """Return a page whose foot names what has ended as its ground, not the plan in force."""
        line = self.say("archive.ground", plan=self.campaign.document.short)
        return replace(page, place=replace(self.edition.still_frame, plan_line=line))


def archives(edition: Edition) -> tuple[Archived, ...]:
    """Return the campaigns of a place that have ended."""
    return tuple(Archived(edition, campaign) for campaign in edition.entry.campaigns)


def doubt_number(doubt: str) -> str:
    """Return the number in the id of a doubt."""
    return doubt.rpartition("-")[2].lstrip("0")
