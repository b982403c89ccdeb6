"""`lantian warn`: the next official message of a place as a file of the content, and what it will change."""

from datetime import datetime
from pathlib import Path
from typing import Any, get_args

import click

from lantian.cli.bulletin_file import add_bulletin
from lantian.cli.forecast import FORECAST
from lantian.cli.moments import MOMENT, as_of_option, read_clock
from lantian.cli.publishing import order_of, publish_now
from lantian.cli.request import request_from
from lantian.cli.session import Session
from lantian.cli.warn_report import message_report, print_report
from lantian.model.level import LEVEL_ORDER
from lantian.model.next_bulletin import Pollutant, Refusal, next_bulletin


@click.command()
@click.argument("place")
@click.argument(
    "asked", metavar="LEVEL|lift|withdraw|extend", type=click.Choice((*LEVEL_ORDER, "lift", "withdraw", "extend"))
)
@click.option("--at", type=MOMENT, metavar="TIME", help="When it was issued; now if absent.")
@click.option("--starts", type=MOMENT, metavar="TIME", help="When it takes effect; at once if absent.")
@click.option("--ends", type=MOMENT, metavar="TIME", help="When it is expected to end; open if absent.")
@click.option("--number", help="Its official number.")
@click.option("--approved-by", metavar="ROLE", help="Who signed: a role of the plan, or “中文|English”.")
@click.option("--pollutant", type=click.Choice(get_args(Pollutant)), help="The primary pollutant.")
@click.option("--forecast", type=FORECAST, default=(), metavar="160,170", help="Daily mean AQI it states.")
@click.option("--reason-zh", help="Why, in Chinese.")
@click.option("--reason-en", help="Why, in English.")
@click.option("--text-file", type=click.Path(path_type=Path, dir_okay=False), help="The notice as issued, in Chinese.")
@click.option("--exercise", is_flag=True, help="A drill: every page says that it is not real.")
@click.option("--dry-run", is_flag=True, help="Show what would be written, and write nothing.")
@click.option("--publish", is_flag=True, help="Publish at once what was written.")
@as_of_option
@click.pass_obj
def warn(session: Session, /, place: str, as_of: datetime | None, *, dry_run: bool, publish: bool, **said: Any) -> None:  # noqa: ANN401
    """Write the next message of a place's chain: a level, or lift, withdraw, extend."""
    content, now = session.read(), as_of or read_clock()
    entry = session.place(content, place)
    bulletin = next_bulletin(entry.bulletins, entry.place, entry.plan, request_from(session, entry.plan, said, now))
    if isinstance(bulletin, Refusal):
        raise session.wrong_use(content.wording.say(bulletin.key, **bulletin.fields))
    told = message_report(content, entry, bulletin, now)
    add_bulletin(session, bulletin, dry_run=dry_run)
    print_report(session, told)
    if publish and not dry_run:
        publish_now(session, order_of(session, as_of, None))
    elif not dry_run:
        session.tell("warn.next", command=session.command("publish"))
