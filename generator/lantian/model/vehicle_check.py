"""One question of a driver with a moment: what the plan and the spans known now answer, and how far that is known.

Nothing is said of times that no message names: behind the last announced span, and behind the promise of the next check
once that has passed, the answer is `unknown`, with what the level asks as long as it holds.
"""

from collections.abc import Collection
from datetime import datetime
from typing import Literal

from lantian.model.boundaries import Segment
from lantian.model.level import LevelId, TrackId
from lantian.model.situation import Situation
from lantian.model.spans import spans
from lantian.model.state import State
from lantian.model.text import Id
from lantian.model.vehicle import Fuel, Plates, Stage, VehicleClassId, VerdictCode
from lantian.model.vehicle_decisions import Decisions
from lantian.model.vehicle_hours import turns
from lantian.model.vehicle_verdict import Answer, Question, stages_of
from lantian.model.vehicle_weighing import Given
from lantian.model.view import view

Plate = Literal["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "letter", "temporary", "unknown"]
"""The last digit of a plate; that it ends in a letter, or is temporary; or nothing."""
Certainty = Literal["known", "not_yet", "stale", "past", "no_such_vehicle"]
"""Why there is an answer, or why there is none."""
CALM: dict[State, str] = {"pending": "vehicle_check.not_in_force", "exercise": "vehicle_check.exercise"}
"""What is said where no level holds though something is issued, by the state of the span."""
ODD_PLATES = ("letter", "temporary")
"""Plates of which an odd-even rule may say nothing."""
BESIDE = "vehicle_page.reason_beside_levels"


@view
class Drive:
    """A vehicle, where it is to drive, and when (in the place's own time)."""

    vehicle_class: VehicleClassId
    fuel: Fuel
    stage: Stage | None
    area: Id
    plate: Plate
    at: datetime


@view
class Reply:
    """The verdict on a drive; `answer` is what the plan says at `level`, None where the vehicle does not exist.

    Where `certainty` is not `known` the verdict is `unknown`, and `answer` holds only if the span went on. `reason` is
    the key of a sentence of the wording.
    """

    verdict: VerdictCode
    reason: str
    certainty: Certainty
    level: LevelId | None = None
    answer: Answer | None = None


def reply(
    drive: Drive, situation: Situation, decisions: Decisions, beside: Collection[TrackId], asked_at: datetime
) -> Reply:
    """Answer a drive by what is known; `beside` are the lines without levels whose measures bind drivers.

    `asked_at` is the present moment of whoever asks, which may lie behind that of the situation.
    """
    if not _exists(drive, decisions):
        return Reply("unknown", "vehicle_check.no_such_vehicle", "no_such_vehicle")
    span = _span(situation, drive.at)
    if span is None:
        return Reply("unknown", "vehicle_check.past", "past")
    answer = _answer(drive, span.level, decisions)
    certainty = _certainty(drive.at, span, situation.next_check_by, asked_at)
    if certainty != "known":
        return Reply("unknown", f"vehicle_check.{certainty}", certainty, span.level, answer)
    if answer.verdict == "allowed" and _runs_beside(drive.at, situation, beside):
        return Reply("unknown", BESIDE, "known", span.level, answer)
    return Reply(answer.verdict, _reason(drive, span, answer), "known", span.level, answer)


def given(drive: Drive, level: LevelId | None, decisions: Decisions) -> Given:
    """Return what the date, the hour and the plate of a drive decide, as far as any rule looks at them."""
    clocks = clock_turns(decisions)
    minute = drive.at.hour * 60 + drive.at.minute
    plates = decisions.chapter.plates
    decides = plates is not None and level in plates.levels and drive.area == plates.area and drive.plate.isdigit()
    return Given(
        plate_day=drive.plate in digits(plates, even=drive.at.day % 2 == 0) if decides and plates else None,
        minute=max(turn for turn in clocks if turn <= minute) if len(clocks) > 1 else None,
    )


def clock_turns(decisions: Decisions) -> tuple[int, ...]:
    """Return the minutes of the day at which an answer may change because a rule has hours; midnight at least."""
    return turns(rule.hours for rule in decisions.chapter.rules if rule.hours is not None)


def digits(plates: Plates, *, even: bool) -> tuple[str, ...]:
    """Return the last digits that may drive on even dates, or on odd ones."""
    return tuple(str(digit) for digit in range(10) if (digit in plates.even_digits) == even)


def _exists(drive: Drive, decisions: Decisions) -> bool:
    entry = next((one for one in decisions.classes if one.id == drive.vehicle_class), None)
    known_area = any(area.id == drive.area for area in decisions.chapter.areas)
    return (
        known_area and entry is not None and drive.fuel in entry.fuels and drive.stage in stages_of(entry, drive.fuel)
    )


def _span(situation: Situation, at: datetime) -> Segment | None:
    """Return the span that a moment lies in; where there never was a message, the time from now on is one."""
    every = spans(situation.segments) or (Segment(situation.as_of, None, None, "none", "none"),)
    return next((one for one in every if one.start <= at and (one.until is None or at < one.until)), None)


def _certainty(at: datetime, span: Segment, next_check_by: datetime, asked_at: datetime) -> Certainty:
    if at <= next_check_by:
        return "known"
    if asked_at > next_check_by:
        return "stale"
    return "not_yet" if span.until is None else "known"


def _answer(drive: Drive, level: LevelId | None, decisions: Decisions) -> Answer:
    question = Question(
        level=level, vehicle_class=drive.vehicle_class, fuel=drive.fuel, stage=drive.stage, area=drive.area
    )
    return decisions.answer(question, given(drive, level, decisions))


def _runs_beside(at: datetime, situation: Situation, beside: Collection[TrackId]) -> bool:
    return any(
        one.track in beside and one.start <= at and (one.until is None or at < one.until)
        for one in situation.advisories
    )


def _reason(drive: Drive, span: Segment, answer: Answer) -> str:
    if span.level is None:
        return CALM.get(span.state, answer.reason)
    if answer.verdict == "by_plate" and drive.plate in ODD_PLATES:
        return f"vehicle_check.plate_{drive.plate}"
    return answer.reason
