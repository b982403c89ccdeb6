"""The official messages of a place, newest first, and each at its permanent address."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Page


@dataclass(frozen=True, slots=True)
class BulletinsView:
    """The list of messages."""

    heading: Text


def bulletin_pages(edition: Edition) -> Iterator[Page]:
    """Yield the pages of the messages."""
    title = edition.say("home.bulletins")
    yield edition.live(addresses.bulletins(edition.place.id), "bulletins", title, BulletinsView(title))
