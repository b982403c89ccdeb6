"""The next message of a chain: what an operator asks for, as the bulletin that says it, or why there is none."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from lantian.model.bulletin import CHANGES_LEVEL, STATES_END, Bulletin, Line
from lantian.model.bulletin_request import Refusal, Request, Step
from lantian.model.in_force import in_force
from lantian.model.next_step import next_step
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Id
from lantian.model.timeline import Episode, episodes, known

OWN = ("number", "approved_by", "pollutant", "forecast", "area", "reason", "contents", "official_text")


def next_bulletin(bulletins: Iterable[Bulletin], place: Place, plan: Plan, request: Request) -> Bulletin | Refusal:
    """Return the message that continues the chain as asked, with the next free id of its day, or the reason why not.

    `bulletins` are all messages of the place. The chain is that of the real warnings, for an exercise that of drills;
    a message never touches the other. What is said about one message belongs to its chain, whichever that is.
    """
    log = tuple(bulletins)
    refused = _follower(place, plan, request) or _times(log, request) or _level(plan, request)
    if refused is not None:
        return refused
    found = in_force(log, request.issued_at)
    real = found.warnings if request.line == "level" else found.advisories[request.line]
    line = found.exercises if request.exercise else real
    chains = line.episodes if request.subject is None else episodes(known(log, request.issued_at))
    step = next_step(chains, request, plan)
    if isinstance(step, Refusal):
        return step
    return Bulletin.model_validate({
        **_said(request, place, step),
        "id": _mint(log, request.issued_at, place),
        "place": place.id,
        "action": step.action,
        "line": _line_of(chains, step.about, request.line),
        "replaces": step.replaces,
        "about": step.about,
        "issued_at": request.issued_at,
        "starts_at": request.effective,
    })  # fmt: skip


def _said(request: Request, place: Place, step: Step) -> dict[str, Any]:
    """Return what the message says of itself, in a correction what another should have said."""
    if step.action == "correct":
        return {"issuer": place.issuer, "approved_by": request.approved_by, "corrected": request.facts}
    return {
        **{name: getattr(request, name) for name in OWN},
        "issuer": request.issuer or place.issuer,
        "level": request.level if step.action in CHANGES_LEVEL else None,
        "expected_end": request.expected_end if step.action in STATES_END else None,
        "resumes_at": request.resumes_at if step.action == "suspend" else None,
    }


def _follower(place: Place, plan: Plan, request: Request) -> Refusal | None:
    """Refuse a real warning where another place issues them; a drill is a place's own affair."""
    if place.follows is None or request.exercise or request.subject is not None or plan.tightening is not None:
        return None
    if request.line != "level":  # its own plan knows the advisory, or `_level` refuses it
        return None
    return Refusal("warn.follows", {"place": place.names, "followed": place.follows})


def _times(log: tuple[Bulletin, ...], request: Request) -> Refusal | None:
    latest = max((bulletin.issued_at for bulletin in log), default=None)
    if latest is not None and request.issued_at <= latest:
        return Refusal("warn.issued_before_last")
    if request.effective < request.issued_at:
        return Refusal("warn.starts_before_issued")
    if request.asked == "correct":  # its times are those of another message
        return None
    if request.expected_end is not None and request.expected_end <= request.effective:
        return Refusal("warn.ends_before_start")
    if request.resumes_at is not None and request.resumes_at <= request.effective:
        return Refusal("warn.resumes_before_start")
    return None


def _level(plan: Plan, request: Request) -> Refusal | None:
    if request.line != "level":
        return _advisory(plan, request)
    if request.asked != "level":
        return None
    if request.level is None:
        return Refusal("warn.level_missing")
    if not plan.has_level(request.level):
        return Refusal("warn.level_unknown", {"level": request.level, "plan": plan.document.short})
    return None


def _advisory(plan: Plan, request: Request) -> Refusal | None:
    """Refuse an advisory that the plan does not know, and what an advisory can not be."""
    if request.exercise:
        return Refusal("warn.advisory_exercise")
    if request.asked in {"suspend", "resume"}:
        return Refusal("warn.advisory_suspended")
    if all(track.id != request.line for track in plan.tracks):
        return Refusal("warn.advisory_unknown", {"line": request.line, "plan": plan.document.short})
    return None


def _line_of(chains: tuple[Episode, ...], about: Id | None, asked: Line) -> Line:
    own = (chain.first.line for chain in chains if any(message.id == about for message in chain.messages))
    return next(own, asked)


def _mint(log: tuple[Bulletin, ...], issued_at: datetime, place: Place) -> Id:
    """Return the day of issue in the place's time and the next free number of that day."""
    day = issued_at.astimezone(ZoneInfo(place.timezone)).date().isoformat()
    tails = (bulletin.id.removeprefix(f"{day}-") for bulletin in log)
    taken = [int(tail) for tail in tails if tail.isdecimal()]
    return f"{day}-{max(taken, default=0) + 1:02d}"
