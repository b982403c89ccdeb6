"""Rules for places that take over the warnings of another: whom they may follow, and what they may issue themselves."""

from collections.abc import Iterator

from lantian.model.bulletin import Bulletin
from lantian.model.checks.finding import Finding
from lantian.model.checks.known import Ids
from lantian.model.place import Place


def following_findings(levels: Ids, followed: Place | None, theirs: Ids) -> Iterator[Finding]:
    """Yield what keeps a place from following another: a chain of followers, or a level that its own plan lacks.

    `levels` are those of the place's own plan, `theirs` those that the followed place may issue.
    """
    if followed is None:
        return
    if followed.follows is not None:
        yield Finding(("follows",), "follows_a_follower", {"id": followed.id, "other": followed.follows})
    if levels is None or theirs is None:
        return
    for level in theirs:
        if level not in levels:
            yield Finding(("follows",), "level_not_followed", {"id": followed.id, "level": level, "known": levels})


def own_message_findings(place: Place, bulletin: Bulletin, *, may_tighten: bool) -> Iterator[Finding]:
    """Yield what a message of a place must not be because the warnings there are another place's.

    A drill and an advisory line are its own affair; a level is only where its plan lets it be stricter, and then
    with its source: the number or the text of the notice.
    """
    if place.follows is None or bulletin.line != "level" or bulletin.action == "exercise":
        return
    if not may_tighten:
        yield Finding(("action",), "warning_of_a_follower", {"id": place.follows, "action": bulletin.action})
    elif bulletin.number is None and bulletin.official_text is None:
        yield Finding(("action",), "tightening_without_source", {"action": bulletin.action})
