"""What the operator typed after `lantian warn` becomes a request."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from lantian.cli.both_languages import both
from lantian.cli.session import Session
from lantian.model.bulletin_request import Request
from lantian.model.in_force import TRACKS
from lantian.model.level import LEVEL_ORDER
from lantian.model.plan import Plan
from lantian.model.text import Text

AS_TYPED = ("exercise", "about", "number", "issuer", "pollutant", "forecast", "area")


def request_from(session: Session, plan: Plan, said: Mapping[str, Any], now: datetime) -> Request:
    """Return the request; ends the command with a sentence where a text lacks a language or a file can not be read."""
    asked: str = said["asked"]
    begins = asked in LEVEL_ORDER or asked in TRACKS
    if said["about"] is not None and asked not in {"correct", "withdraw"}:
        session.refuse("warn.about_not_wanted", asked=asked)
    if said["resumes"] is not None and asked not in {"suspend", "correct"}:
        session.refuse("warn.resumes_not_wanted", asked=asked)
    if said["line"] is not None and asked not in {"lift", "extend", "withdraw"}:
        session.refuse("warn.line_not_wanted", asked=asked)
    return Request(
        asked="level" if begins else asked,
        line=asked if asked in TRACKS else said["line"] or "level",
        level=asked if asked in LEVEL_ORDER else None,
        issued_at=said["at"] or now,
        starts_at=said["starts"],
        expected_end=said["ends"],
        resumes_at=said["resumes"],
        approved_by=approver(session, plan, said["approved_by"]),
        reason=_reason(session, said["reason_zh"], said["reason_en"]),
        contents=dict(said["items"]),
        official_text=_official_text(session, said["text_file"]),
        **{name: said[name] for name in AS_TYPED},
    )


def approver(session: Session, plan: Plan, role: str | None) -> Text | None:
    """Return a role of the plan by either name, or what stands on both sides of the bar."""
    if role is None:
        return None
    roles = [approval.role for approval in plan.approvals]
    roles += [level.approver for level in plan.levels if level.approver is not None]
    known = next((text for text in roles if role.strip() in {text.zh, text.en}), None)
    told = known or both(role)
    if told is None:
        names = dict.fromkeys(session.speak(text) for text in roles)
        session.refuse("warn.approver", role=role, known=" / ".join(names) or "—")
    return told


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
