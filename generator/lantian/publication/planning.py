"""The whole site as a release: every section at the moment that it speaks for, the portal last."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from lantian.model.content import Content
from lantian.pages.standing import standing
from lantian.publication.inputs import digest
from lantian.publication.pair_section import pair_sections
from lantian.publication.place_section import PlaceSection, place_section
from lantian.publication.portal_section import FRONTS, PortalSection
from lantian.publication.site_parts import ground_of
from lantian.publishing.parts import Json, ReleasePlan

_ID_LENGTH = 12


def plan_release(
    content: Content, folder: Path, theme: Path, theme_hash: str, now: datetime, live: Mapping[str, str] | None = None
) -> ReleasePlan:
    """Return the release for a moment; the same content gives the same release until something must differ.

    `live` are the ids of the live sections by name: what no warning changes keeps the moment at which it was made.
    """
    known = live or {}
    ground = ground_of(content, theme_hash)
    places = tuple(place_section(ground, entry, now) for entry in content.places)
    pairs = tuple(pair_sections(ground, now))
    parts = (*(one.section(theme, known) for one in places), *(one.section(theme, known) for one in pairs))
    moment = max(one.moment for one in places).astimezone(places[0].moment.tzinfo)
    shown = tuple(standing(one.edition) for one in places)
    portal = PortalSection(content, folder, shown, moment, tuple(one.id for one in parts), ground.hash)
    sections = (*parts, portal.section(theme))
    address = content.site.address
    return ReleasePlan(
        id=f"{moment:%Y%m%dT%H%M}-{digest(*(one.id for one in sections))[:_ID_LENGTH]}",
        sections=sections,
        facts={
            "generated_at": moment.isoformat(),
            "mode": content.site.mode,
            "places": [_place(one, section.id) for one, section in zip(places, parts, strict=False)],
        },
        fronts=FRONTS,
        address=None if address is None else f"{address.rstrip('/')}/",
    )


def _place(one: PlaceSection, section: str) -> Json:
    """Return what a release says of a place."""
    situation = one.edition.situation
    return {
        "id": one.id,
        "state": situation.state,
        "level": situation.level,
        "generated_at": one.moment.isoformat(),
        "section": section,
        "messages": [message.id for message in one.entry.bulletins],
    }
