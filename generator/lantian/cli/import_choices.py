"""How the operator says what a column is, and of which day the data are."""

from datetime import date
from typing import get_args

import click

from lantian.cli.misuse import bad_value
from lantian.importing.lexicon import Use
from lantian.model.inventory_words import ColumnField
from lantian.model.level import LEVEL_ORDER

IGNORE: Use = "ignore"
USES: dict[str, Use] = {use: use for use in (*get_args(ColumnField), *LEVEL_ORDER, IGNORE)}


class Choice(click.ParamType[tuple[str, Use]]):
    """`单位=name`: a heading (or the letters of a column), and what the column is."""

    name = "column"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Use]:
        """Return the heading and the use, or end the command with a sentence."""
        if isinstance(value, tuple):
            return value
        heading, _, use = str(value).rpartition("=")
        if not heading.strip() or use.strip() not in USES:
            raise bad_value(ctx, param, "misuse.map", given=str(value), known=", ".join(USES))
        return heading.strip(), USES[use.strip()]


class Day(click.ParamType[date]):
    """`2026-10-15`: a day of the calendar."""

    name = "day"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the day, or end the command with a sentence."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(str(value).strip())
        except ValueError as error:
            raise bad_value(ctx, param, "misuse.day", given=str(value)) from error


CHOICE = Choice()
DAY = Day()
