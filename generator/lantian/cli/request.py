"""What the operator typed after `lantian warn` becomes a request."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lantian.cli.session import Session
from lantian.model.level import LEVEL_ORDER
from lantian.model.next_bulletin import Request
from lantian.model.plan import Plan
from lantian.model.text import Text

PARTED_BY = "|"


def request_from(session: Session, plan: Plan, said: Mapping[str, Any], now: datetime) -> Request:
    """Return the request; ends the command with a sentence where a text lacks a language or a file can not be read."""
    asked: str = said["asked"]
    level = asked if asked in LEVEL_ORDER else None
    return Request(
        asked="level" if level is not None else asked,
        level=level,
        issued_at=said["at"] or now,
        starts_at=said["starts"],
        expected_end=said["ends"],
        exercise=said["exercise"],
        number=said["number"],
        approved_by=_approver(session, plan, said["approved_by"]),
        pollutant=said["pollutant"],
        forecast=said["forecast"],
        reason=_reason(session, said["reason_zh"], said["reason_en"]),
        official_text=_official_text(session, said["text_file"]),
    )


def _approver(session: Session, plan: Plan, role: str | None) -> Text | None:
    """Return a role of the plan by either name, or what stands on both sides of the bar."""
    if role is None:
        return None
    roles = [approval.role for approval in plan.approvals]
    roles += [level.approver for level in plan.levels if level.approver is not None]
    known = next((text for text in roles if role.strip() in {text.zh, text.en}), None)
    if known is not None:
        return known
    chinese, _, english = role.partition(PARTED_BY)
    if not chinese.strip() or not english.strip():
        names = dict.fromkeys(session.speak(text) for text in roles)
        session.refuse("warn.approver", role=role, known=" / ".join(names) or "—")
    return Text(zh=chinese, en=english)


def _reason(session: Session, chinese: str | None, english: str | None) -> Text | None:
    if not chinese and not english:
        return None
    if not (chinese or "").strip() or not (english or "").strip():
        session.refuse("warn.reason")
    return Text(zh=chinese or "", en=english or "")


def _official_text(session: Session, file: Path | None) -> str | None:
    if file is None:
        return None
    try:
        return file.read_text(encoding="utf-8-sig").strip() + "\n"
    except UnicodeDecodeError:
        session.refuse("warn.text_not_utf8", file=str(file))
