"""What the plan demands and a message lacks: asked for on a terminal, otherwise named in one sentence."""

import sys
from dataclasses import dataclass
from typing import Any, get_args
from zoneinfo import ZoneInfo

import click

from lantian.cli.both_languages import BOTH
from lantian.cli.forecast import FORECAST
from lantian.cli.session import Session
from lantian.model.bulletin import Bulletin, Pollutant
from lantian.model.bulletin_request import Request
from lantian.model.content import PlaceContent
from lantian.model.demands import (
    FIELDS,
    WARNS,
    exercised,
    is_approved,
    lacking,
    level_concerned,
    plan_in_force,
    roles,
)
from lantian.model.provision import WarningItem
from lantian.model.text import Text

ASKED: dict[str, tuple[str, click.ParamType[Any]]] = {
    "forecast": ("--forecast", FORECAST),
    "pollutant": ("--pollutant", click.Choice(get_args(Pollutant))),
}
"""Fields that an option gives, and how the option is typed."""


@dataclass(frozen=True, slots=True)
class Lack:
    """Who may approve a message that names nobody allowed to (empty if it is in order), and what it does not say."""

    approvers: tuple[Text, ...]
    items: tuple[WarningItem, ...]


def lack_of(entry: PlaceContent, bulletin: Bulletin) -> Lack:
    """Return what a message lacks by the plan of its place that is valid on the day of its issue."""
    day = bulletin.issued_at.astimezone(ZoneInfo(entry.place.timezone)).date()
    plan = plan_in_force(entry.plans, entry.place.plan, day)
    level = level_concerned(bulletin, entry.bulletins)
    if plan is None or level is None or exercised(bulletin, entry.bulletins):
        return Lack((), ())
    allowed = roles(plan.approvals, bulletin, level)
    items = lacking(plan.warning_contents, bulletin) if bulletin.action in WARNS else ()
    return Lack(() if is_approved(bulletin, allowed) else allowed, items)


def completed(session: Session, request: Request, bulletin: Bulletin, lack: Lack) -> Request:
    """Return the request with what was lacking, as the operator answers; without a terminal the command ends."""
    wrong = bulletin.approved_by is not None and bool(lack.approvers)
    if wrong or not sys.stdin.isatty():
        session.refuse("warn.lacking", items=session.join(tuple(_named(session, bulletin, lack))))
    told: dict[str, Any] = {}
    if lack.approvers:
        told["approved_by"] = _ask_role(session, lack.approvers)
    contents = dict(request.contents)
    for item in lack.items:
        field = FIELDS.get(item.id)
        if field in ASKED and field not in told:
            told[field] = _ask(session, item, ASKED[field][1])
        elif field not in ASKED:
            contents[item.id] = _ask(session, item, BOTH)
    return request.model_copy(update={**told, "contents": contents})


def _named(session: Session, bulletin: Bulletin, lack: Lack) -> list[str]:
    """Return each lack with the option that mends it."""
    named: list[str] = []
    if lack.approvers:
        allowed = " / ".join(session.speak(role) for role in lack.approvers)
        role = session.speak(bulletin.approved_by) if bulletin.approved_by is not None else ""
        named.append(session.words("warn.lacking_role" if not role else "warn.lacking_right", role=role, known=allowed))
    for item in lack.items:
        option = ASKED.get(FIELDS.get(item.id, ""), (None, None))[0]
        words = session.words("warn.lacking_item", id=item.id) if option is None else option
        named.append(session.words("warn.lacking_named", name=session.speak(item.names), option=words))
    return named


def _ask_role(session: Session, allowed: tuple[Text, ...]) -> Text:
    if len(allowed) == 1:
        if click.confirm(session.words("warn.ask_signed", role=session.speak(allowed[0]))):
            return allowed[0]
        session.refuse("warn.not_signed")
    for number, role in enumerate(allowed, start=1):
        click.echo(f"  {number}. {session.speak(role)}")
    chosen: int = click.prompt(session.words("warn.ask_role"), type=click.IntRange(1, len(allowed)))
    return allowed[chosen - 1]


def _ask(session: Session, item: WarningItem, kind: click.ParamType[Any]) -> Any:  # noqa: ANN401  # as the type says
    key = "warn.ask_both" if kind is BOTH else "warn.ask"
    return click.prompt(session.words(key, name=session.speak(item.names)), type=kind)
