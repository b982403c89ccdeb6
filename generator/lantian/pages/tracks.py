"""The advisory tracks of a plan: lines beside the levels, which never have a level's colour."""

from collections.abc import Iterator
from dataclasses import dataclass

from lantian.model.text import Text
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.page import Page


@dataclass(frozen=True, slots=True)
class TrackView:
    """One track."""

    heading: Text


def track_pages(edition: Edition) -> Iterator[Page]:
    """Yield one page per track of the plan."""
    for track in edition.plan.tracks:
        yield edition.live(addresses.track(edition.place.id, track.id), "track", track.names, TrackView(track.names))
