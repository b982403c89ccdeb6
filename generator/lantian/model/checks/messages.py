"""Rules for one official message by itself: its times, its line, its level."""

from collections.abc import Iterator

from lantian.model.bulletin import CHANGES_LEVEL, Bulletin
from lantian.model.checks.finding import Finding, missing
from lantian.model.checks.known import Ids


def message_findings(bulletin: Bulletin, levels: Ids, tracks: Ids) -> Iterator[Finding]:
    """Yield what is wrong in one message; `levels` and `tracks` are those of the plans of its place."""
    yield from _times(bulletin)
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
    if bulletin.level is not None:
        yield Finding(("level",), "track_has_no_level", {"line": bulletin.line, "action": bulletin.action})


def _times(bulletin: Bulletin) -> Iterator[Finding]:
    if bulletin.starts_at < bulletin.issued_at:
        yield Finding(("starts_at",), "starts_before_issued", {"issued": bulletin.issued_at.isoformat()})
    if bulletin.expected_end is not None and bulletin.expected_end <= bulletin.starts_at:
        yield Finding(("expected_end",), "ends_before_start", {"start": bulletin.starts_at.isoformat()})
