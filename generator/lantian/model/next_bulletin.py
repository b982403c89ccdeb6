"""The next message of a chain: what an operator asks for, as the bulletin that says it, or why there is none."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

from pydantic import AwareDatetime

from lantian.model.bulletin import Action, Bulletin
from lantian.model.in_force import LineInForce, in_force
from lantian.model.level import LevelId
from lantian.model.place import Place
from lantian.model.plan import Plan
from lantian.model.text import Id, Record, Text
from lantian.model.timeline import Episode, strictness

Asked = Literal["level", "lift", "withdraw", "extend"]
Pollutant = Literal["pm25", "pm10", "ozone", "so2", "no2", "co"]


class Request(Record):
    """What the operator says; `starts_at` is the moment of effect and falls to the moment of issue."""

    asked: Asked
    level: LevelId | None = None
    issued_at: AwareDatetime
    starts_at: AwareDatetime | None = None
    expected_end: AwareDatetime | None = None
    exercise: bool = False
    number: str | None = None
    approved_by: Text | None = None
    pollutant: Pollutant | None = None
    forecast: tuple[int, ...] = ()
    area: Text | None = None
    reason: Text | None = None
    official_text: str | None = None

    @property
    def effective(self) -> datetime:
        """Return the moment of effect."""
        return self.starts_at or self.issued_at


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no next message: a key of the sentence patterns and its fields."""

    key: str
    fields: dict[str, str | Text] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Step:
    """What was worked out: the action, and the message that it replaces."""

    action: Action
    replaces: Id | None = None


def next_bulletin(bulletins: Iterable[Bulletin], place: Place, plan: Plan, request: Request) -> Bulletin | Refusal:
    """Return the message that continues the chain as asked, with the next free id of its day, or the reason why not.

    `bulletins` are all messages of the place. The chain is that of the real warnings, for an exercise that of drills;
    a message never touches the other.
    """
    log = tuple(bulletins)
    refused = _follower(place, plan, request) or _times(log, request) or _level(plan, request)
    if refused is not None:
        return refused
    found = in_force(log, request.issued_at)
    step = _step(found.exercises if request.exercise else found.warnings, request, plan)
    if isinstance(step, Refusal):
        return step
    told = request.model_dump(exclude={"asked", "level", "starts_at", "exercise"})
    return Bulletin.model_validate({
        **told,
        "id": _mint(log, request.issued_at, place),
        "place": place.id,
        "action": step.action,
        "replaces": step.replaces,
        "level": request.level if request.asked == "level" and step.action != "extend" else None,
        "starts_at": request.effective,
        "expected_end": None if request.asked in {"lift", "withdraw"} else request.expected_end,
        "issuer": place.issuer,
    })  # fmt: skip


def _follower(place: Place, plan: Plan, request: Request) -> Refusal | None:
    """Refuse a real warning where another place issues them; a drill is a place's own affair."""
    if place.follows is None or request.exercise or plan.tightening is not None:
        return None
    return Refusal("warn.follows", {"place": place.names, "followed": place.follows})


def _times(log: tuple[Bulletin, ...], request: Request) -> Refusal | None:
    latest = max((bulletin.issued_at for bulletin in log), default=None)
    if latest is not None and request.issued_at <= latest:
        return Refusal("warn.issued_before_last")
    if request.effective < request.issued_at:
        return Refusal("warn.starts_before_issued")
    if request.expected_end is not None and request.expected_end <= request.effective:
        return Refusal("warn.ends_before_start")
    return None


def _level(plan: Plan, request: Request) -> Refusal | None:
    if request.asked != "level":
        return None
    if request.level is None:
        return Refusal("warn.level_missing")
    if not plan.has_level(request.level):
        return Refusal("warn.level_unknown", {"level": request.level, "plan": plan.document.short})
    return None


def _step(line: LineInForce, request: Request, plan: Plan) -> _Step | Refusal:
    chain = _last_chain(line)
    if request.asked == "withdraw":
        return _withdrawal(chain)
    if chain is None or not chain.standing:
        began: Action = "exercise" if request.exercise else "issue"
        return _Step(began) if request.asked == "level" else Refusal("warn.nothing_in_force")
    if chain.standing[-1].action == "lift":
        return _after_lift(chain, request)
    head = chain.messages[-1].id
    if request.asked == "lift":
        return _Step("lift", head)
    if request.asked == "extend":
        return _extension(chain, request)
    return _change(chain, request, plan)


def _last_chain(line: LineInForce) -> Episode | None:
    coloured = [chain for chain in line.episodes if chain.first.line == "level"]
    return max(coloured, key=lambda chain: chain.messages[-1].issued_at, default=None)


def _withdrawal(chain: Episode | None) -> _Step | Refusal:
    """Take back the last message of the chain; a withdrawal itself is not taken back but followed by a new message."""
    if chain is None:
        return Refusal("warn.nothing_to_withdraw")
    head = chain.messages[-1]
    return (
        Refusal("warn.already_withdrawn", {"id": head.id}) if head.action == "withdraw" else _Step("withdraw", head.id)
    )


def _after_lift(chain: Episode, request: Request) -> _Step | Refusal:
    """After a lift only a new warning begins; a lift that is still to come is withdrawn before it is changed."""
    if request.asked == "level":
        return _Step("exercise" if request.exercise else "issue")
    return Refusal("warn.already_lifted", {"id": chain.messages[-1].id})


def _extension(chain: Episode, request: Request) -> _Step | Refusal:
    if request.expected_end is None:
        return Refusal("warn.end_missing")
    if request.expected_end == chain.expected_end:
        return Refusal("warn.same_end")
    return _Step("extend", chain.messages[-1].id)


def _change(chain: Episode, request: Request, plan: Plan) -> _Step | Refusal:
    """Compare with the level last announced; the same level with another end is an extension."""
    held = [message.level for message in chain.standing if message.level is not None][-1]
    head = chain.messages[-1].id
    step = strictness(request.level) - strictness(held)
    if step:
        return _Step("raise" if step > 0 else "lower", head)
    if request.expected_end is None or request.expected_end == chain.expected_end:
        return Refusal("warn.same_level", {"level": plan.level(held).names})
    return _Step("extend", head)


def _mint(log: tuple[Bulletin, ...], issued_at: datetime, place: Place) -> Id:
    """Return the day of issue in the place's time and the next free number of that day."""
    day = issued_at.astimezone(ZoneInfo(place.timezone)).date().isoformat()
    tails = (bulletin.id.removeprefix(f"{day}-") for bulletin in log)
    taken = [int(tail) for tail in tails if tail.isdecimal()]
    return f"{day}-{max(taken, default=0) + 1:02d}"
