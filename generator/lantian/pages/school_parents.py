"""A text that a teacher can send to parents as it stands: one per case, 60 to 100 Chinese characters."""

from lantian.model.text import Text
from lantian.pages.edition import Edition
from lantian.pages.school_case import SchoolCase

SPOKEN = frozenset({"stopped", "pending", "advised", "lifted", "exercise", "exercise_stop"})
"""Cases in which parents have something to be told."""


def parents_text(edition: Edition, case: SchoolCase) -> Text | None:
    """Return the text, marked as a demo where the site is one; None where there is nothing to tell."""
    if case.case not in SPOKEN or "level" not in case.fields:
        return None
    text = edition.say(f"school_parents.{_pattern(case)}", **case.fields, care=_care(edition))
    if edition.content.site.mode == "official":
        return text
    return edition.say("school_parents.demo", text=text)


def _pattern(case: SchoolCase) -> str:
    return "stopped_until" if case.case == "stopped" and not case.open_end else case.case


def _care(edition: Edition) -> Text:
    """Ask for a mask only where masks help: against particles."""
    name = "care_ozone" if edition.situation.pollutant == "ozone" else "care"
    return edition.wording.pattern(f"school_parents.{name}")
