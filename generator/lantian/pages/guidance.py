"""National health guidance beside the plan, and what differs on an ozone day: masks, hours, windows (ux.md 3.8)."""

from lantian.pages.blocks import Fact
from lantian.pages.edition import Edition


def ozone_now(edition: Edition) -> bool:
    """Tell whether an ozone advisory holds or is announced, or a warning names ozone."""
    situation = edition.situation
    return situation.pollutant == "ozone" or any(one.track == "ozone" for one in situation.advisories)


def ozone_advice(edition: Edition) -> tuple[Fact, ...]:
    """Return the advice for ozone days; it is the site's explanation, and says so itself."""
    return guidance(edition, "ozone")


def guidance(edition: Edition, group: str) -> tuple[Fact, ...]:
    """Return what health guidance adds for a group (or for ozone), its source last; empty if it adds nothing."""
    entries = edition.content.vocabulary.health_advice.get(group, ())
    return tuple(Fact(entry.names, entry.text) for entry in entries if entry.text is not None)
