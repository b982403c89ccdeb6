"""`lantian status`: what is in force where, since when, and which release is live."""

import json
from datetime import datetime
from pathlib import Path

import click

from lantian.build import THEME
from lantian.cli.moments import as_of_option, read_clock
from lantian.cli.session import Session, print_json
from lantian.model.content import Content, PlaceContent
from lantian.model.inheritance import inheritance_line
from lantian.model.moment_sentence import moment
from lantian.model.situation import Situation, situation_of
from lantian.model.status_sentence import headline
from lantian.publication.pin import pinned
from lantian.publishing.folder import SITE_MARK
from lantian.publishing.output import Output
from lantian.publishing.release import live_release

MOMENTS = ("since", "expected_end", "next_boundary", "next_check_by")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the status as JSON.")
@as_of_option
@click.pass_obj
def status(session: Session, as_of: datetime | None, *, as_json: bool) -> None:
    """Tell what is in force in each place, since when and until when, and which release is live."""
    content = session.read()
    places = tuple((entry, situation_of(content, entry, as_of or read_clock())) for entry in content.places)
    built, live = built_at(session.site), live_release(Output(session.output))
    if as_json:
        site = None if built is None else {"kind": "plain_folder", "generated_at": built}
        release = None if live is None else {name: live[name] for name in ("release", "generated_at", "places")}
        print_json({"places": [_record(situation) for _, situation in places], "release": release, "site": site})
        return
    for entry, situation in places:
        _tell(session, content, entry, situation)
    if live is not None:
        session.tell("status.live", release=live["release"], at=live["generated_at"])
        brought_back = pinned(session.content_folder, THEME, Output(session.output))
        if brought_back is not None:
            session.tell_below("status.pinned", release=brought_back, command=session.command("publish"))
        return
    session.tell("status.none_built" if built is None else "status.built", folder=str(session.site), at=built or "")


def built_at(site: Path) -> str | None:
    """Return when the site in a folder was generated, None if there is none that says so."""
    try:
        index = json.loads((site / SITE_MARK).read_bytes())
    except (OSError, ValueError):
        return None
    generated = index.get("generated_at") if isinstance(index, dict) else None
    return generated if isinstance(generated, str) else None


def _tell(session: Session, content: Content, entry: PlaceContent, situation: Situation) -> None:
    said = headline(situation, entry.plan, content.wording)
    click.echo(f"{session.speak(entry.place.names)} ({entry.place.id}): {session.speak(said)}")
    if situation.follows is not None:
        followed = content.place(situation.follows).place
        click.echo(
            f"  {session.speak(inheritance_line(situation, entry.place, followed, entry.plan, content.wording))}"
        )
    session.tell_below("status.code", state=situation.state, level=situation.level or "—")
    for name in MOMENTS:
        at = getattr(situation, name)
        if at is not None:
            session.tell_below(f"status.{name}", at=moment(at, situation.as_of, "full", content.wording))


def _record(situation: Situation) -> dict[str, str | None]:
    moments = {name: at.isoformat() if (at := getattr(situation, name)) else None for name in MOMENTS}
    return {"id": situation.place, "state": situation.state, "level": situation.level, **moments}
