"""What a new message will change and what the operator should look at again; nothing of it changes the message."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import click

from lantian.cli.catalog import sentence
from lantian.cli.session import Session
from lantian.model.assessment import Pollutant, assess
from lantian.model.bulletin import Bulletin
from lantian.model.bulletin_report import Report, report
from lantian.model.content import Content, PlaceContent
from lantian.model.plan import Plan
from lantian.model.situation import situation
from lantian.model.text import Text
from lantian.model.wording import Wording

ASSESSED: dict[str | None, Pollutant] = {None: "pm25", "pm25": "pm25", "ozone": "ozone"}
"""What a forecast is held against; for other pollutants the criteria say nothing."""


def message_report(content: Content, entry: PlaceContent, bulletin: Bulletin, now: datetime) -> Report:
    """Compare what is told without and with a message at its issue, or now if that has passed; add our own notes."""
    at = max(now, bulletin.issued_at)
    before = situation(entry.place, entry.plan, content.messages(entry), at)
    after = situation(entry.place, entry.plan, (*content.messages(entry), bulletin), at)
    told = report(before, after, bulletin, entry.plan, content.wording)
    own = (*_followers_note(content, entry), *_own_notes(content, entry.plan, bulletin, now))
    return replace(told, notes=(*told.notes, *own))


def print_report(session: Session, told: Report) -> None:
    """Print what readers will be told before and after, then the notes."""
    session.tell("warn.changes" if told.differences else "warn.no_changes")
    for difference in told.differences:
        subject, before, after = map(session.speak, (difference.subject, difference.before, difference.after))
        click.echo(f"  {subject}\n    - {before}\n    + {after}")
    if told.notes:
        session.tell("warn.notes")
    for note in told.notes:
        click.echo(f"  ! {session.speak(note)}")


def _followers_note(content: Content, entry: PlaceContent) -> Iterator[Text]:
    """Name the places whose pages the message changes, too."""
    names = tuple(follower.place.names for follower in content.followers(entry.place.id))
    if names:
        yield content.wording.say("warn.note_followers", places=content.wording.join(names, "join.list"))


def _own_notes(content: Content, plan: Plan, bulletin: Bulletin, now: datetime) -> Iterator[Text]:
    if bulletin.issued_at > now:
        yield sentence("warn.note_issued_later")
    yield from _criteria_note(plan, bulletin, content.wording)
    if content.site.mode == "demo":
        yield sentence("warn.note_demo")


def _criteria_note(plan: Plan, bulletin: Bulletin, wording: Wording) -> Iterator[Text]:
    """Say which level the plan's criteria give for the forecast of the message, if it is another."""
    if bulletin.level is None or not bulletin.forecast or bulletin.pollutant not in ASSESSED:
        return
    found = assess(plan, bulletin.forecast, ASSESSED[bulletin.pollutant], wording).level
    if found != bulletin.level:
        names: dict[str, Text] = {level.id: level.names for level in plan.levels}
        names |= {track.id: track.names for track in plan.tracks}
        given = names[found] if found is not None else sentence("warn.no_level")
        yield sentence("warn.note_criteria", given=given, said=names[bulletin.level])
