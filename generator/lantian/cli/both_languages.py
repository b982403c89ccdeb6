"""Words that an operator types in both languages: `中文|English`."""

import click

from lantian.cli.misuse import bad_value
from lantian.model.text import Text

PARTED_BY = "|"


def both(value: str) -> Text | None:
    """Return what stands on both sides of the bar, None if a side is empty."""
    chinese, _, english = value.partition(PARTED_BY)
    return Text(zh=chinese, en=english) if chinese.strip() and english.strip() else None


class BothLanguages(click.ParamType[Text]):
    """`全市|Whole city`: a statement in both languages."""

    name = "text"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Text:
        """Return the statement, or end the command with a sentence."""
        told = value if isinstance(value, Text) else both(str(value))
        if told is None:
            raise bad_value(ctx, param, "misuse.both", given=str(value))
        return told


class Item(click.ParamType[tuple[str, Text]]):
    """`weather=静稳|Calm`: one of the things that a plan wants in a warning."""

    name = "item"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, Text]:
        """Return the id and the statement, or end the command with a sentence."""
        if isinstance(value, tuple):
            return value
        name, _, words = str(value).partition("=")
        told = both(words)
        if not name.strip() or told is None:
            raise bad_value(ctx, param, "misuse.item", given=str(value))
        return name.strip(), told


BOTH = BothLanguages()
ITEM = Item()
