"""Rules of the plan for a real warning message: the role that approves it, and what it must contain."""

from collections.abc import Iterable, Iterator

from lantian.model.bulletin import Bulletin
from lantian.model.checks.finding import Finding, missing
from lantian.model.demands import FIELDS, WARNS, exercised, is_approved, lacking, level_concerned, roles
from lantian.model.level import LevelId
from lantian.model.provision import Approval, WarningItem
from lantian.model.text import Text


def demand_findings(
    bulletin: Bulletin,
    log: Iterable[Bulletin],
    approvals: tuple[Approval, ...],
    contents: tuple[WarningItem, ...],
) -> Iterator[Finding]:
    """Yield what a message lacks by the plan; `log` are the messages of its place. A drill is asked for nothing."""
    known = tuple(log)
    listed = tuple(item.id for item in contents)
    for name in bulletin.contents:
        yield from missing(("contents", name), name, listed, "unknown_content", at_key=True)
    if exercised(bulletin, known):
        return
    level = level_concerned(bulletin, known)
    if level is None:
        return
    yield from _approval(bulletin, level, roles(approvals, bulletin, level))
    if bulletin.action in WARNS:
        yield from (_content(item) for item in lacking(contents, bulletin))


def _approval(bulletin: Bulletin, level: LevelId, allowed: tuple[Text, ...]) -> Iterator[Finding]:
    if is_approved(bulletin, allowed):
        return
    named = Text(zh="；".join(one.zh for one in allowed), en="; ".join(one.en for one in allowed))
    if bulletin.approved_by is None:
        yield Finding(("approved_by",), "approval_missing", {"level": level, "roles": named})
        return
    fields = {"role": bulletin.approved_by, "level": level, "action": bulletin.action, "roles": named}
    yield Finding(("approved_by",), "approval_not_allowed", fields)


def _content(item: WarningItem) -> Finding:
    field = FIELDS.get(item.id)
    if field is None:
        return Finding(("contents",), "content_missing", {"item": item.names, "id": item.id})
    return Finding((field,), "content_field_missing", {"item": item.names, "name": field})
