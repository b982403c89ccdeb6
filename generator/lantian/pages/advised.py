"""What a line beside the levels (an ozone response, an advisory) asks on a subject while it holds or is announced."""

from lantian.model.level import TrackId
from lantian.model.measure import DRIVING
from lantian.model.status_sentence import advisory_headline
from lantian.model.text import Text
from lantian.pages.blocks import Said, said
from lantian.pages.edition import Edition
from lantian.pages.once import once


def asked_now(edition: Edition, topics: tuple[str, ...]) -> tuple[Said, ...]:
    """Return the measures on some topics of every line that holds or is announced."""
    return tuple(one for asked in asked_by_line(edition, topics).values() for one in asked)


def asked_by_line(edition: Edition, topics: tuple[str, ...]) -> dict[TrackId, tuple[Said, ...]]:
    """Return, for each line that holds or is announced and asks something on some topics, what it asks."""
    asked = {
        advisory.track: tuple(
            said(measure, edition.plan, edition.audiences, edition.wording)
            for measure in edition.plan.measures_on(advisory.track)
            if measure.topic in topics
        )
        for advisory in edition.situation.advisories
    }
    return {track: measures for track, measures in asked.items() if measures}


def driving_tracks(edition: Edition) -> dict[TrackId, Text]:
    """Return the lines beside the levels that ask something about vehicles, and what, whether one holds or not."""
    return {
        track.id: edition.wording.join(asked) for track in edition.plan.tracks if (asked := _driving(edition, track.id))
    }


@once
def driving_notes(edition: Edition) -> tuple[Text, ...]:
    """Say what such a line asks about vehicles, behind its own headline; a level or none says nothing of it."""
    notes = []
    for advisory in edition.situation.advisories:
        texts = _driving(edition, advisory.track)
        if texts:
            headline = advisory_headline(advisory, edition.plan, edition.situation.as_of, edition.wording)
            said_so = edition.wording.join(texts)
            notes.append(edition.say("vehicle_page.on_track", headline=headline, text=said_so))
    return tuple(notes)


def _driving(edition: Edition, track: TrackId) -> tuple[Text, ...]:
    return tuple(one.text for one in edition.plan.measures_on(track) if one.topic in DRIVING)
