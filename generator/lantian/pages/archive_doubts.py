"""Where a campaign that has ended contradicts itself or is doubtful, with the passages side by side."""

from lantian.model.campaign import CampaignAnomaly
from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.archived import Archived, Ended, doubt_number


@view
class SideEntry:
    """What one passage says."""

    text: Text
    citation: Citation


@view
class ArchivedDoubt:
    """A doubt; `sides` where passages contradict each other."""

    anchor: str
    number: str
    words: str
    note: Text
    reading: Text
    citation: Citation
    sides: tuple[SideEntry, ...]


@view
class ArchivedDoubtsView:
    """All doubts: contradictions first."""

    ended: Ended
    contradictions: tuple[ArchivedDoubt, ...]
    others: tuple[ArchivedDoubt, ...]


def archived_doubts_view(archived: Archived) -> ArchivedDoubtsView:
    """Return every doubt of the campaign once."""
    number = len(archived.campaign.anomalies)
    return ArchivedDoubtsView(
        ended=archived.ended(archived.say("archive.doubts_heading", number=number)),
        contradictions=contradictions(archived),
        others=tuple(_doubt(archived, one) for one in archived.campaign.anomalies if not one.sides),
    )


def contradictions(archived: Archived) -> tuple[ArchivedDoubt, ...]:
    """Return the doubts in which passages stand against each other."""
    return tuple(_doubt(archived, one) for one in archived.campaign.anomalies if one.sides)


def _doubt(archived: Archived, one: CampaignAnomaly) -> ArchivedDoubt:
    return ArchivedDoubt(
        anchor=one.id,
        number=doubt_number(one.id),
        words=one.words,
        note=one.note,
        reading=one.reading,
        citation=archived.cite(one.clause),
        sides=tuple(SideEntry(side.text, archived.cite(side.cite)) for side in one.sides),
    )
