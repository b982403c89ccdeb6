"""Shares of reduction in words, and in which of them two sides differ."""

from collections.abc import Iterator

from lantian.model.level import ReductionShares
from lantian.model.text import Text
from lantian.pages.compare_rows import Statement
from lantian.pages.edition import Edition

POLLUTANTS = ("so2", "nox", "pm", "voc", "so2_plus_nox")


def share_statement(edition: Edition, shares: ReductionShares, clause: str) -> Statement:
    """Say the least share of each pollutant, those of the same share together; what has none is said to have none."""
    by_share: dict[int | None, list[Text]] = {}
    for pollutant in POLLUTANTS:
        percent = getattr(shares, pollutant)
        if percent is not None or pollutant != "so2_plus_nox":
            by_share.setdefault(percent, []).append(edition.say(f"compare.{pollutant}"))
    parts = tuple(_part(edition, percent, tuple(names)) for percent, names in by_share.items())
    return Statement(edition.wording.join(parts, "join.sentences"), citation=edition.cite(clause))


def share_details(edition: Edition, left: ReductionShares, right: ReductionShares) -> Iterator[Text]:
    """Name the pollutants whose shares differ; a share that only one side names is a difference, too."""
    names = tuple(
        edition.say(f"compare.{pollutant}")
        for pollutant in POLLUTANTS
        if getattr(left, pollutant) != getattr(right, pollutant)
    )
    if names:
        yield edition.say("compare.aspect_share", names=edition.wording.join(names, "join.list"))


def _part(edition: Edition, percent: int | None, names: tuple[Text, ...]) -> Text:
    listed = edition.wording.join(names, "join.list")
    if percent is None:
        return edition.say("compare.share_unsaid", names=listed)
    return edition.say("compare.share", names=listed, percent=percent)
