"""The one clock of the program, and how moments are typed."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from lantian.cli.misuse import bad_value

ZONE = ZoneInfo("Asia/Shanghai")
"""The zone of a time that names none (contracts.md section 4)."""


def read_clock() -> datetime:
    """Return the present moment."""
    return datetime.now(UTC).astimezone(ZONE).replace(microsecond=0)


def read_moment(text: str | None) -> datetime:
    """Return a moment from RFC 3339 text, the present one for None; ValueError if the text is no moment."""
    if text is None:
        return read_clock()
    if ":" not in text:  # a day alone would silently become midnight
        raise ValueError(text)
    moment = datetime.fromisoformat(text.strip())
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZONE)


class Moment(click.ParamType[datetime]):
    """A time as operators type it: `2026-11-21T12:00`, with or without an offset."""

    name = "time"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Return the moment, or end the command with a sentence."""
        if isinstance(value, datetime):
            return value
        try:
            return read_moment(str(value))
        except ValueError as error:
            raise bad_value(ctx, param, "misuse.moment", given=str(value)) from error


MOMENT = Moment()
as_of_option = click.option(
    "--as-of", "as_of", type=MOMENT, metavar="TIME", help="Speak for this moment instead of now (RFC 3339)."
)
