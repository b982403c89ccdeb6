"""Two plans, or two levels of one, side by side: rows of statements with a mark that says whether they differ."""

from collections.abc import Iterable
from dataclasses import field
from typing import Literal

from lantian.model.citation import Citation
from lantian.model.text import Text
from lantian.model.view import view
from lantian.pages.edition import Edition
from lantian.pages.once import Kept


@view
class Statement:
    """What one side says: the words, how strong (empty where strength is no question), what belongs to it, where."""

    text: Text
    duty: str = ""
    permission: bool = False
    notes: tuple[Text, ...] = ()
    citation: Citation | None = None


@view
class ComparedRow:
    """One subject; a side without statements is silent.

    `mark`: `same` (all of it is figures, and they agree), `differs`, `only` (one side is silent), `read` (strength and
    figures agree, the words are for the reader to compare), `beside` (nothing could be compared) or `none` (both are
    silent). `tone` is the shape of a level, if it is one.
    """

    label: Text
    mark: str
    mark_text: Text
    left: tuple[Statement, ...]
    right: tuple[Statement, ...]
    details: tuple[Text, ...] = ()
    """In what the sides differ, in words."""
    tone: str = ""

    @property
    def unlike(self) -> bool:
        """Tell whether the sides say different things, as far as figures and strength show it."""
        return self.mark in {"differs", "only"}


@view
class ComparedTable:
    """Rows on one subject; `id` is its anchor."""

    id: str
    heading: Text
    rows: tuple[ComparedRow, ...]
    note: Text | None = None

    @property
    def unlike(self) -> int:
        """Return how many rows differ."""
        return sum(1 for row in self.rows if row.unlike)


@view
class Pair:
    """The editions of two places, the first of the content first."""

    left: Edition
    right: Edition
    kept: Kept = field(init=False, default_factory=dict)
    """What `once` worked out."""

    def say(self, key: str, /, **fields: Text | str | int) -> Text:
        """Fill a sentence pattern with the names of both places and further fields."""
        return self.left.say(key, left=self.left.place.names, right=self.right.place.names, **fields)

    @property
    def names(self) -> tuple[Text, Text]:
        """Return the names of both places."""
        return (self.left.place.names, self.right.place.names)

    @property
    def sides(self) -> tuple[Edition, Edition]:
        """Return both editions."""
        return (self.left, self.right)


def compared(
    pair: Pair,
    label: Text,
    sides: tuple[Iterable[Statement], Iterable[Statement]],
    details: Iterable[Text] = (),
    *,
    alike: Literal["same", "read", "beside"] = "read",
    tone: str = "",
) -> ComparedRow:
    """Return a row; `alike` is its mark where both sides speak and no detail differs."""
    left, right = (tuple(side) for side in sides)
    found = tuple(details)
    if not left and not right:
        return ComparedRow(label, "none", pair.say("compare.mark_unsaid"), (), (), tone=tone)
    if not left or not right:
        speaks = (pair.left if left else pair.right).place.names
        return ComparedRow(label, "only", pair.say("compare.mark_only", place=speaks), left, right, tone=tone)
    mark = "differs" if found else alike
    return ComparedRow(label, mark, pair.say(f"compare.mark_{mark}"), left, right, found, tone)
