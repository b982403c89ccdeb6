"""`lantian warn`: the next official message of a place as a file of the content, and what it will change."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from lantian.cli.both_languages import BOTH, ITEM
from lantian.cli.bulletin_file import add_bulletin
from lantian.cli.demands import completed, lack_of
from lantian.cli.forecast import FORECAST
from lantian.cli.moments import MOMENT, as_of_option, read_clock
from lantian.cli.publishing import order_of, publish_now
from lantian.cli.request import request_from
from lantian.cli.session import Session
from lantian.cli.warn_report import message_report, print_report
from lantian.model.bulletin import Bulletin, Pollutant
from lantian.model.bulletin_request import Refusal, Request
from lantian.model.content import Content, PlaceContent
from lantian.model.in_force import TRACKS
from lantian.model.level import LEVEL_ORDER
from lantian.model.next_bulletin import next_bulletin

OTHERS = ("lift", "withdraw", "extend", "suspend", "resume", "correct")
ASKED = (*LEVEL_ORDER, *TRACKS, *OTHERS)


@click.command()
@click.argument("place")
@click.argument("asked", metavar="LEVEL|" + "|".join((*TRACKS, *OTHERS)), type=click.Choice(ASKED))
@click.argument("about", metavar="[MESSAGE]", required=False)
@click.option("--at", type=MOMENT, metavar="TIME", help="When it was issued; now if absent.")
@click.option("--starts", type=MOMENT, metavar="TIME", help="When it takes effect; at once if absent.")
@click.option("--ends", type=MOMENT, metavar="TIME", help="When it is expected to end; open if absent.")
@click.option("--resumes", type=MOMENT, metavar="TIME", help="When a suspension ends; by a later message if absent.")
@click.option("--line", type=click.Choice(TRACKS), help="Lift, extend or withdraw this advisory, not the warning.")
@click.option("--number", help="Its official number.")
@click.option("--issuer", type=BOTH, metavar="中文|English", help="Who issued it, if not the usual office.")
@click.option("--approved-by", metavar="ROLE", help="Who signed: a role of the plan, or “中文|English”.")
@click.option("--pollutant", type=click.Choice(get_args(Pollutant)), help="The primary pollutant.")
@click.option("--forecast", type=FORECAST, default=(), metavar="160,170", help="Daily mean AQI it states.")
@click.option("--area", type=BOTH, metavar="中文|English", help="Where it holds.")
@click.option("--item", "items", type=ITEM, multiple=True, metavar="ID=中文|English", help="What the plan wants said.")
@click.option("--reason-zh", help="Why, in Chinese.")
@click.option("--reason-en", help="Why, in English.")
@click.option("--text-file", type=click.Path(path_type=Path, dir_okay=False), help="The notice as issued, in Chinese.")
@click.option("--exercise", is_flag=True, help="A drill: every page says that it is not real.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--publish", is_flag=True, help="Publish at once what was written.")
@as_of_option
@click.pass_obj
def warn(session: Session, /, place: str, as_of: datetime | None, *, dry_run: bool, publish: bool, **said: Any) -> None:  # noqa: ANN401
    """Write a place's next message: a level or advisory, or what ends, moves, suspends or corrects it (MESSAGE)."""
    content, now = session.read(), as_of or read_clock()
    entry = session.place(content, place)
    bulletin = _bulletin(session, content, entry, request_from(session, entry.plan, said, now))
    told = message_report(content, entry, bulletin, now)
    add_bulletin(session, bulletin, dry_run=dry_run)
    print_report(session, told)
    if publish and not dry_run:
        publish_now(session, order_of(session, as_of, None))
    elif not dry_run:
        session.tell("warn.next", command=session.command("publish"))


def _bulletin(session: Session, content: Content, entry: PlaceContent, request: Request) -> Bulletin:
    """Return the message, with all that its plan demands; ends the command where there can be none."""
    found = next_bulletin(entry.bulletins, entry.place, entry.plan, request)
    if isinstance(found, Refusal):
        raise session.wrong_use(content.wording.say(found.key, **found.fields))
    lack = lack_of(entry, found)
    if not lack.approvers and not lack.items:
        return found
    return _bulletin(session, content, entry, completed(session, request, found, lack))
