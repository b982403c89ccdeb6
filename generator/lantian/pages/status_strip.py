"""The status block of a place: words, colour tokens and shape of a situation."""

from lantian.model.content import PlaceContent
from lantian.model.situation import Situation
from lantian.model.status_sentence import headline, second_line
from lantian.model.text import Text
from lantian.model.wording import Wording
from lantian.pages.page import Strip

TONES = {
    "none": "none", "advisory": "advice", "lifted": "lifted", "lifted_early": "lifted", "withdrawn": "withdrawn",
    "exercise": "exercise",
}  # fmt: skip
"""States without a level that holds or is announced; every other state takes the colour of its level."""


def status_strip(situation: Situation, entry: PlaceContent, wording: Wording) -> Strip:
    """Return the block; a drill and an advisory never take the colour of a level."""
    plan = entry.plan
    shown = situation.level or situation.suspended_level or situation.pending_level
    level = plan.level(shown) if shown is not None else None
    return Strip(
        state=situation.state,
        tone=TONES.get(situation.state) or shown or "none",
        headline=headline(situation, plan, wording),
        second_line=second_line(situation, plan, wording),
        rank=level.rank if level is not None else None,
        levels_total=len(plan.levels) if level is not None else None,
        rank_text=rank_text(wording, level.rank, len(plan.levels)) if level is not None else None,
        pending=situation.state == "pending",
    )


def rank_text(wording: Wording, rank: int, total: int) -> Text:
    """Say which of how many levels: `三级中的第二级`, `the second of three levels`."""
    return wording.say("rank.of", rank=ordinal(wording, rank, total), total=wording.pattern(f"cardinal.{total}"))


def ordinal(wording: Wording, rank: int, total: int) -> Text:
    """Name a level by its place among all: the lowest, the second, the highest; rank 1 is the lowest."""
    return wording.pattern(f"ordinal.highest_{rank}" if 1 < rank == total else f"ordinal.{rank}")
