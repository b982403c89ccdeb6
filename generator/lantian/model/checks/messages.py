"""Rules for one official message by itself: its times, its line, its level, and the fields that its action has."""

from collections.abc import Iterator

from lantian.model.bulletin import CHANGES_LEVEL, COMMENTS, Bulletin
from lantian.model.checks.comments import time_findings
from lantian.model.checks.finding import Finding, missing
from lantian.model.checks.known import Ids

INTERRUPTS = frozenset({"suspend", "resume"})


def message_findings(bulletin: Bulletin, levels: Ids, tracks: Ids) -> Iterator[Finding]:
    """Yield what is wrong in one message; `levels` and `tracks` are those of the plans of its place."""
    yield from time_findings(bulletin)
    yield from _fields(bulletin)
    if bulletin.action == "correct":
        yield from _correction(bulletin)
        return
    if bulletin.line != "level":
        yield from missing(("line",), bulletin.line, tracks, "unknown_track")
        yield from _track(bulletin)
    elif bulletin.action in CHANGES_LEVEL:
        if bulletin.level is None:
            yield Finding(("level",), "level_needed", {"action": bulletin.action})
        else:
            yield from missing(("level",), bulletin.level, levels, "unknown_level")
    elif bulletin.level is not None:
        yield Finding(("level",), "level_not_wanted", {"action": bulletin.action})


def _track(bulletin: Bulletin) -> Iterator[Finding]:
    """An advisory never has a colour."""
    if bulletin.action in {"raise", "lower"}:
        yield Finding(("action",), "track_has_no_level", {"line": bulletin.line, "action": bulletin.action})
    if bulletin.action in INTERRUPTS:
        yield Finding(("action",), "track_not_suspended", {"line": bulletin.line, "action": bulletin.action})
    if bulletin.level is not None:
        yield Finding(("level",), "track_has_no_level", {"line": bulletin.line, "action": bulletin.action})


def _fields(bulletin: Bulletin) -> Iterator[Finding]:
    """Fields that only some actions have."""
    action = bulletin.action
    if bulletin.resumes_at is not None and action != "suspend":
        yield Finding(("resumes_at",), "resumes_not_wanted", {"action": action}, at_key=True)
    if bulletin.expected_end is not None and action in INTERRUPTS | {"correct"}:
        yield Finding(("expected_end",), "end_not_wanted", {"action": action}, at_key=True)
    if bulletin.about is not None and action not in COMMENTS:
        yield Finding(("about",), "about_not_wanted", {"action": action}, at_key=True)
    if bulletin.corrected is not None and action != "correct":
        yield Finding(("corrected",), "corrected_not_wanted", {"action": action}, at_key=True)


def _correction(bulletin: Bulletin) -> Iterator[Finding]:
    """A correction names its message and the facts; a level is no fact to be corrected."""
    if bulletin.about is None:
        yield Finding(("action",), "corrects_nothing", {"name": "about"})
    if bulletin.level is not None:
        yield Finding(("level",), "level_by_correction", {"level": bulletin.level})
    facts = bulletin.corrected
    if facts is not None and facts.level is not None:
        yield Finding(("corrected", "level"), "level_by_correction", {"level": facts.level})
    elif facts is None or not facts.given:
        yield Finding(("action",), "corrects_nothing", {"name": "corrected"})
