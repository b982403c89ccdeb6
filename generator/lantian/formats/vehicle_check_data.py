"""`vehicle-check.json`: every answer that the model gives on a vehicle, worked out, for the checker of the pages.

The browser selects and composes nothing: sentences stand in `texts` in both languages, everything else names them by
their number there. `rows` hold the number of an answer for each vehicle, in the order of classes, fuels and standards.
"""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import chain

from lantian.formats.json_file import Json, text
from lantian.formats.vehicle_check_texts import Texts, answer_body, exemption_bodies, statement_bodies
from lantian.formats.vehicle_check_words import fleet_words
from lantian.model.level import LevelId
from lantian.model.vehicle import VehicleClass
from lantian.model.vehicle_check import BESIDE, CALM, ODD_PLATES, clock_turns, digits
from lantian.model.vehicle_sheets import Sheet
from lantian.model.vehicle_verdict import Answer, stages_of
from lantian.model.vehicle_weighing import Given
from lantian.pages.advised import driving_tracks
from lantian.pages.edition import Edition
from lantian.pages.vehicle_notes import plan_version
from lantian.pages.vehicle_words import choice_name, standards

Told = tuple[Answer, str]
"""An answer, and the fuel that it is for where fuels stand apart."""
PLATE_CASES: dict[str, bool | None] = {"open": None, "yes": True, "no": False}
"""What a plate and a date decide: nothing, that it may drive that day, that it may not."""
REASONS = (
    *("vehicle_check.not_yet", "vehicle_check.stale", "vehicle_check.past", "vehicle_check.no_such_vehicle"),
    *("vehicle.reason_not_named", BESIDE, *CALM.values(), *(f"vehicle_check.plate_{plate}" for plate in ODD_PLATES)),
)
"""Reasons that depend on the moment or the plate, beside those of the answers."""


def vehicle_check_body(edition: Edition) -> Json:
    """Return the decision table of the plan that a place applies, with all that the checker has to say."""
    texts = Texts(edition.wording)
    statements, exemptions = statement_bodies(edition, texts), exemption_bodies(edition, texts)
    answers, rows = _table(edition)
    body = {
        "plan": edition.plan.id,
        "utc_offset": _minutes(edition.as_of),
        "version": texts.add(plan_version(edition)),
        "classes": [_class(edition, entry, texts) for entry in edition.decisions.classes],
        "fuels": {fuel: texts.add(name) for fuel, name in edition.content.vocabulary.fuels.items()},
        "areas": [
            {"id": one.id, "names": texts.add(one.names), "description": texts.add(one.description)}
            for one in edition.plan.vehicles.areas
        ],
        "levels": {level.id: texts.add(level.names) for level in edition.plan.levels},
        "rows": rows,
        "answers": [answer_body(one, fuel, edition, texts) for one, fuel in answers],
        "statements": statements,
        "exemptions": exemptions,
        "plates": _plates(edition, texts),
        "calm": dict(CALM),
        "beside": {track: texts.add(one) for track, one in driving_tracks(edition).items()},
        "unknown_word": texts.say("vehicle.verdict_unknown"),
        "reasons": {key: texts.say(key) for key in sorted({*REASONS, *(one.reason for one, _ in answers)})},
        "words": fleet_words(edition),
    }
    return {**body, "texts": [text(one) for one in texts.every]}


def _minutes(at: datetime) -> int:
    """Return how many minutes the clock of the place is before that of Greenwich."""
    return int((at.utcoffset() or timedelta()).total_seconds()) // 60


def _class(edition: Edition, entry: VehicleClass, texts: Texts) -> Json:
    return {
        "id": entry.id,
        "names": texts.add(entry.names),
        "description": texts.add(entry.description),
        "fuels": list(entry.fuels),
        "stages": [
            {"id": stage or "electric", "names": texts.add(choice_name(edition, entry, stage))}
            for stage in standards(entry)
        ],
        "order": {fuel: [stage or "electric" for stage in stages_of(entry, fuel)] for fuel in entry.fuels},
    }


def _table(edition: Edition) -> tuple[list[Told], list[Json]]:
    """Return the different answers with the fuel they are for, and the rows that name them by number."""
    numbers, decisions = _Numbers(), edition.decisions
    merged: dict[tuple[str, int, str, tuple[int, ...]], list[str]] = {}
    for level in (None, *(one.id for one in edition.plan.levels)):
        for area in edition.plan.vehicles.areas:

            def named(given: Given, level: LevelId | None = level, area: str = area.id) -> tuple[int, ...]:
                sheets = (decisions.sheets(level, entry.id, given)[area] for entry in decisions.classes)
                return tuple(chain.from_iterable(map(numbers.of, sheets)))

            for case, minute, found in _rows(edition, level, area.id, named):
                merged.setdefault((case, minute, area.id, found), []).append(level or "none")
    rows = [
        {"levels": levels, "area": area, "plate": case, "from": minute, "answers": list(found)}
        for (case, minute, area, found), levels in merged.items()
    ]
    return list(numbers.every), rows


def _rows(
    edition: Edition, level: LevelId | None, area: str, named: Callable[[Given], tuple[int, ...]]
) -> Iterator[tuple[str, int, tuple[int, ...]]]:
    """Yield a row for each case of plates and each time of day at which it differs from the row before it."""
    clocks, plates = clock_turns(edition.decisions), edition.plan.vehicles.plates
    by_plate = plates is not None and level in plates.levels and area == plates.area
    for turn in clocks:
        usual: tuple[int, ...] | None = None
        for case, plate_day in PLATE_CASES.items() if by_plate else [("open", None)]:
            found = named(Given(plate_day, turn if len(clocks) > 1 else None))
            if usual is None or found != usual:
                yield case, turn, found
            usual = usual or found


class _Numbers:
    """Numbers the different answers; electric, fuels with exemptions of their own and the rest stand apart."""

    def __init__(self) -> None:
        self.every: dict[Told, int] = {}
        self._met: dict[Sheet, tuple[int, ...]] = {}

    def of(self, sheet: Sheet) -> tuple[int, ...]:
        """Return the numbers of the answers on a sheet."""
        if sheet not in self._met:
            self._met[sheet] = tuple(self._number(found, fuel) for (fuel, _), found in sheet.answers.items())
        return self._met[sheet]

    def _number(self, found: Answer, fuel: str) -> int:
        told = found, fuel if any(one.fuels for one in found.exemptions) else ""
        return self.every.setdefault(told, len(self.every))


def _plates(edition: Edition, texts: Texts) -> Json | None:
    plates = edition.plan.vehicles.plates
    if plates is None:
        return None
    return {
        "levels": list(plates.levels),
        "area": plates.area,
        "odd": list(digits(plates, even=False)),
        "even": list(digits(plates, even=True)),
        "text": texts.add(plates.text),
    }
