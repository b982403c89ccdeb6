"""A place as it is kept: its own records, and which plans and campaigns belong to it, which are kept by themselves."""

from collections.abc import Mapping

from pydantic import TypeAdapter

from lantian.model.bulletin import Bulletin
from lantian.model.content import PlaceContent
from lantian.model.inventory import Inventory
from lantian.model.place import Place
from lantian.model.text import Record
from lantian.reading.campaigns import take_campaign
from lantian.reading.plans import take_plan
from lantian.reading.shelf import Shelf


class PlaceRecord(Record):
    """What is kept; plans and campaigns by the hash of their files."""

    place: Place
    plans: tuple[str, ...]
    bulletins: tuple[Bulletin, ...]
    campaigns: tuple[str, ...]
    inventory: Inventory | None


_RECORD = TypeAdapter(PlaceRecord)
_KIND = "place"


def keep_place(shelf: Shelf, key: str, content: PlaceContent, hashes: Mapping[str, str]) -> None:
    """Keep a place that is sound; `hashes` are those of all plans and campaigns, by id."""
    record = PlaceRecord.model_construct(
        place=content.place,
        plans=tuple(hashes[plan.id] for plan in content.plans),
        bulletins=content.bulletins,
        campaigns=tuple(hashes[campaign.id] for campaign in content.campaigns),
        inventory=content.inventory,
    )
    shelf.put(_RECORD, _KIND, key, record)


def kept_place(shelf: Shelf, key: str) -> PlaceContent | None:
    """Return a place as it was kept, None if not all of it is there."""
    record = shelf.take(_RECORD, _KIND, key)
    if record is None:
        return None
    plans = tuple(plan for one in record.plans if (plan := take_plan(shelf, one)) is not None)
    campaigns = tuple(found for one in record.campaigns if (found := take_campaign(shelf, one)) is not None)
    if (len(plans), len(campaigns)) != (len(record.plans), len(record.campaigns)):
        return None
    return PlaceContent.model_construct(
        place=record.place,
        plans=plans,
        bulletins=record.bulletins,
        campaigns=campaigns,
        inventory=record.inventory,
    )
