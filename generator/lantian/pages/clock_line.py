"""The clock line: when a page was generated and, where it speaks of what holds, by when it is checked again."""

from datetime import datetime

from lantian.model.moment_sentence import moment
from lantian.model.situation import Situation
from lantian.model.wording import Wording
from lantian.pages.page import Clock


def live_clock(situation: Situation, wording: Wording) -> Clock:
    """Return the clock of a page that speaks of what holds: with a promise."""
    generated, check = situation.as_of, situation.next_check_by
    text = wording.say(
        "clock.live",
        generated=moment(generated, generated, "short", wording),
        check=moment(check, generated, "short", wording),
    )
    return Clock(generated_at=generated, next_check_by=check, generated_text=text)


def still_clock(as_of: datetime, wording: Wording) -> Clock:
    """Return the clock of a page that changes only with the plan: no promise."""
    text = wording.say("clock.still", generated=moment(as_of, as_of, "short", wording))
    return Clock(generated_at=as_of, next_check_by=None, generated_text=text)
