"""A small campaign that has ended, laid into the real content: what reads it, and what must not."""

from functools import cache

from tests.real_site import PLACE, at, content_with
from tests.sites.layout import ONE_CITY

from lantian.model.campaign import Campaign
from lantian.model.content import Content
from lantian.pages.archived import Archived
from lantian.pages.edition import Edition, edition
from lantian.reading.content import read_content

NOON = "11-22 12:05"


@cache
def sample_campaign() -> Campaign:
    """Return the campaign of the valid test site, moved to the place of the real content."""
    (campaign,) = read_content(ONE_CITY).place("sample").campaigns
    return campaign.model_copy(update={"place": PLACE})


def content_of(*campaigns: Campaign, messages: tuple[dict[str, object], ...] = ()) -> Content:
    """Return the real content with exactly these campaigns in the place and none elsewhere."""
    content = content_with(*messages)
    places = tuple(
        entry.model_copy(update={"campaigns": campaigns if entry.place.id == PLACE else ()}) for entry in content.places
    )
    return content.model_copy(update={"places": places})


def edition_of(campaign: Campaign) -> Edition:
    """Return the edition of the place with this campaign."""
    content = content_of(campaign)
    return edition(content, content.place(PLACE), at(NOON))


def archived(**fields: object) -> Archived:
    """Return the sample campaign with some fields changed, as its pages see it."""
    campaign = sample_campaign().model_copy(update=fields)
    return Archived(edition_of(campaign), campaign)
