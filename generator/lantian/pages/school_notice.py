"""The notice for a school gate: one sheet with the verdict, the dates and the level."""

from lantian.model.text import LANGUAGES, Language, Text
from lantian.model.view import view
from lantian.pages import addresses
from lantian.pages.edition import Edition
from lantian.pages.qr import QrCode, qr_code
from lantian.pages.school_case import SchoolCase
from lantian.pages.status_strip import TONES, rank_text

LINES = {
    "stopped": ("rule", "from"), "pending": ("before",), "advised": ("advised", "check"),
    "not_required": ("not_required", "check"), "lifted": ("lifted", "check"), "track": ("check",),
    "none": ("check",), "exercise": ("usual",), "exercise_stop": ("usual", "would"),
}  # fmt: skip
"""The sentences below the verdict, by case."""


@view
class NoticeView:
    """The sheet; the level is carried by shape, word and bars, never by colour."""

    verdict: Text
    lines: tuple[Text, ...]
    tone: str
    level_line: Text
    """The status; in an exercise, whose verdict already says so, what is drilled."""
    rank: int | None
    levels_total: int
    rank_text: Text | None
    qr: dict[Language, QrCode] | None
    """By language, so that the code leads to the same page in the language of the sheet; None without an address."""


def notice_view(edition: Edition, case: SchoolCase) -> NoticeView:
    """Return the sheet for a case."""
    situation, say = edition.situation, edition.say
    shown = situation.level or situation.suspended_level or situation.pending_level
    level = edition.plan.level(shown) if shown is not None else None
    strip = edition.live_frame.strip
    if strip is None:  # the live frame always carries one
        raise ValueError(edition.place.id)
    total = len(edition.plan.levels)
    drilled = case.case in {"exercise", "exercise_stop"}
    return NoticeView(
        verdict=say(f"school_notice.{case.case}", **case.fields),
        lines=_lines(edition, case),
        tone=TONES.get(situation.state) or shown or "none",
        level_line=say("school_notice.drilled", **case.fields) if drilled else strip.headline,
        rank=level.rank if level is not None else None,
        levels_total=total,
        rank_text=rank_text(edition.wording, level.rank, total) if level is not None else None,
        qr=_qr(edition),
    )


def _lines(edition: Edition, case: SchoolCase) -> tuple[Text, ...]:
    if case.case == "track":
        return (case.status.headline, edition.say("school_notice.line_check"))
    names = (f"{name}_until" if name == "from" and not case.open_end else name for name in LINES[case.case])
    return tuple(edition.say(f"school_notice.line_{name}", **case.fields) for name in names)


def _qr(edition: Edition) -> dict[Language, QrCode] | None:
    address = edition.content.site.address
    if address is None:
        return None
    page = addresses.school(edition.place.id)
    return {language: qr_code(f"{address.rstrip('/')}/{language}/{page}") for language in LANGUAGES}
