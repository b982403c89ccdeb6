"""How a forecast is typed: daily mean AQI of consecutive 24 hours, parted by commas."""

import re

import click

from lantian.cli.misuse import bad_value

HIGHEST_AQI = 500
_SEPARATOR = re.compile(r"\s*[,，、]\s*")


class Forecast(click.ParamType[tuple[int, ...]]):
    """`160,170,155`: whole numbers from 0 to 500."""

    name = "forecast"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, ...]:
        """Return the numbers, or end the command with a sentence."""
        if isinstance(value, tuple):
            return value
        parts = _SEPARATOR.split(str(value).strip())
        if all(re.fullmatch(r"[0-9]{1,3}", part) and int(part) <= HIGHEST_AQI for part in parts):
            return tuple(int(part) for part in parts)
        raise bad_value(ctx, param, "misuse.forecast", given=str(value))


FORECAST = Forecast()
