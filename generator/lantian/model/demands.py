"""What the plan demands of a message: who must have approved it, and what a warning must contain."""

from collections.abc import Iterable
from datetime import date

from lantian.model.bulletin import Bulletin
from lantian.model.level import LevelId
from lantian.model.plan import Plan
from lantian.model.provision import Approval, WarningItem
from lantian.model.text import Text
from lantian.model.timeline import episodes

WARNS = frozenset({"issue", "raise", "lower"})
"""Messages that put a level into force: they need the approval for it and all that a warning contains."""
FIELDS: dict[str, str] = {
    "time": "starts_at",
    "start": "starts_at",
    "level": "level",
    "response": "level",
    "range": "forecast",
    "severity": "forecast",
    "pollutants": "pollutant",
}
"""Items that a field of the message carries; every other item stands under `contents` or in the official text."""


def plan_in_force(plans: Iterable[Plan], applied: str, day: date) -> Plan | None:
    """Return the plan by which a message of a day is judged: the one applied, or before its time an earlier one."""
    valid = [one for one in plans if one.valid_from <= day and (one.valid_until is None or day <= one.valid_until)]
    return max(valid, key=lambda one: (one.id == applied, one.valid_from), default=None)


def level_concerned(bulletin: Bulletin, log: Iterable[Bulletin]) -> LevelId | None:
    """Return the level that a real warning message puts into force or lifts; None for every other message."""
    if bulletin.line != "level":
        return None
    if bulletin.action in WARNS:
        return bulletin.level
    if bulletin.action != "lift":
        return None
    earlier = sorted((one for one in log if one.issued_at < bulletin.issued_at), key=lambda one: one.issued_at)
    chains = (chain for chain in episodes(tuple(earlier)) if chain.messages[-1].key == bulletin.replaces_key)
    levels = [one.level for chain in chains for one in chain.standing if one.level is not None]
    return levels[-1] if levels else None


def exercised(bulletin: Bulletin, log: Iterable[Bulletin]) -> bool:
    """Tell whether a message belongs to a drill, of which nothing is demanded."""
    by_id = {one.id: one for one in log}
    seen: set[str] = set()
    current: Bulletin | None = bulletin
    while current is not None and current.id not in seen:
        if current.action == "exercise":
            return True
        seen.add(current.id)
        current = by_id.get(current.replaces or "")
    return False


def roles(approvals: Iterable[Approval], bulletin: Bulletin, level: LevelId | None) -> tuple[Text, ...]:
    """Return who may approve the message by the plan; empty if the plan names nobody for it."""
    action = "lift" if bulletin.action == "lift" else "issue"
    named = (one.role for one in approvals if one.action == action and level in one.levels)
    return tuple(dict.fromkeys(named))


def is_approved(bulletin: Bulletin, allowed: tuple[Text, ...]) -> bool:
    """Tell whether the role that the message names is one of those allowed; either language is enough."""
    signed = bulletin.approved_by
    return not allowed or (signed is not None and any(signed.zh == one.zh or signed.en == one.en for one in allowed))


def lacking(items: Iterable[WarningItem], bulletin: Bulletin) -> tuple[WarningItem, ...]:
    """Return what the plan wants in a warning and the message does not say."""
    return tuple(item for item in items if not _said(item, bulletin))


def _said(item: WarningItem, bulletin: Bulletin) -> bool:
    field = FIELDS.get(item.id)
    by_field = bulletin.official_text is not None if field is None else bool(getattr(bulletin, field))
    return by_field or item.id in bulletin.contents
