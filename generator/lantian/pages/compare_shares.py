"""Shares of reduction in words, and in which of them two sides differ."""

from collections.abc import Iterator

from lantian.model.level import ReductionShares
from lantian.model.text import Text
from lantian.pages.compare_rows import Statement
from lantian.pages.edition import Edition

POLLUTANTS = ("so2", "nox", "pm", "voc", "so2_plus_nox")


def share_statement(edition: Edition, shares: ReductionShares, clause: str) -> Statement:
    """Say the least share of each pollutant, those of the same share together; what has none is said to have none.

    A share that a plan asks for as a rule is said to be one.
    """
    by_share: dict[int | None, list[Text]] = {}
    for pollutant in POLLUTANTS:
        percent = getattr(shares, pollutant)
        if percent is not None or pollutant != "so2_plus_nox":
            by_share.setdefault(percent, []).append(edition.say(f"compare.{pollutant}"))
    key = "compare.share_as_a_rule" if shares.as_a_rule else "compare.share"
    parts = tuple(_part(edition, key, percent, tuple(names)) for percent, names in by_share.items())
    return Statement(edition.wording.join(parts, "join.sentences"), citation=edition.cite(clause))


def share_details(edition: Edition, left: ReductionShares, right: ReductionShares) -> Iterator[Text]:
    """Name the pollutants whose shares differ, be it only in how firm they are; silence differs from any share."""
    names = tuple(
        edition.say(f"compare.{pollutant}")
        for pollutant in POLLUTANTS
        if _asked(left, pollutant) != _asked(right, pollutant)
    )
    if names:
        yield edition.say("compare.aspect_share", names=edition.wording.join(names, "join.list"))


def _asked(shares: ReductionShares, pollutant: str) -> tuple[int, bool] | None:
    percent: int | None = getattr(shares, pollutant)
    return None if percent is None else (percent, shares.as_a_rule)


def _part(edition: Edition, key: str, percent: int | None, names: tuple[Text, ...]) -> Text:
    listed = edition.wording.join(names, "join.list")
    if percent is None:
        return edition.say("compare.share_unsaid", names=listed)
    return edition.say(key, names=listed, percent=percent)
