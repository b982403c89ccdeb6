"""The whole site as a release: every section at the moment that it speaks for, the portal last."""

from datetime import datetime
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from lantian.model.content import PlaceContent
from lantian.model.view import view
from lantian.pages.compare_pairs import place_pairs
from lantian.publication.cards import Card, Cards
from lantian.publication.inputs import digest
from lantian.publication.planner import Instant, Planner
from lantian.publication.portal_section import FRONTS, PortalSection
from lantian.publication.warmth import warm_up
from lantian.publishing.parts import ReleasePlan
from lantian.reading.surveyed import Surveyed

_ID_LENGTH = 12


@view
class Planned:
    """A release, with what is known of its sections by name, and the first moment at which it must differ."""

    release: ReleasePlan
    cards: Cards
    until: datetime
    later: tuple[str, ...]
    """Messages that are dated after the moment, and so left out."""


def plan_release(known: Surveyed, folder: Path, instant: Instant, before: Cards) -> Planned:
    """Return the release for a moment; the same content gives the same release until something must differ.

    `before` are cards of an earlier release, none if nothing is known.
    """
    planner = Planner(known, instant, before)
    content = known.common.model_copy(update={"places": tuple(_named(known))})
    parts = planner.places()
    parts += [planner.pair(left, right) for left, right in place_pairs(content)]
    cards = [planner.cards[one.place.id] for one in known.places]
    moment = max(card.moment for card in cards).astimezone(ZoneInfo(known.places[0].place.timezone))
    shown = tuple(card.standing for card in cards if card.standing is not None)
    ids = tuple(one.id for one in parts)
    portal = PortalSection(content, folder, shown, moment, ids, planner.ground.hash).section(instant.theme)
    address = content.site.address
    release = ReleasePlan(
        id=f"{moment:%Y%m%dT%H%M}-{digest(*ids, portal.id)[:_ID_LENGTH]}",
        sections=(*parts, portal),
        facts={
            "generated_at": moment.isoformat(),
            "mode": content.site.mode,
            "places": [card.facts for card in cards],
        },
        fronts=FRONTS,
        address=None if address is None else f"{address.rstrip('/')}/",
        get_ready=partial(warm_up, instant.theme),
    )
    until = instant.now if planner.put_off else min(card.until for card in cards)
    return Planned(release, planner.cards, until, _later(cards))


def _later(cards: list[Card]) -> tuple[str, ...]:
    return tuple(message for card in cards for message in card.later)


def _named(known: Surveyed) -> tuple[PlaceContent, ...]:
    """Return the places by name alone: whoever asks for a plan finds none."""
    return tuple(PlaceContent.model_construct(place=one.place, plans=()) for one in known.places)
