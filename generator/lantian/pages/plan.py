"""The plan itself: what it is, its rules, who does what, and where its words are doubtful."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Page


@dataclass(frozen=True, slots=True)
class PlanView:
    """The document."""

    heading: Text


def plan_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages about the plan."""
    title = edition.plan.document.title
    yield edition.still(addresses.plan(edition.place.id), "plan", title, PlanView(title))
