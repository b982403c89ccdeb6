"""Generated questions of drivers, what the generator's model answers, and what the browser's script answers."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from random import Random
from typing import Any, get_args

from playwright.sync_api import Page
from tests.vehicle_messages import asked_at, editions

from lantian.formats.json_file import data_file
from lantian.formats.status import status_body
from lantian.formats.vehicle_check_data import vehicle_check_body
from lantian.model.vehicle import Fuel, Stage, VehicleClassId
from lantian.model.vehicle_check import Drive, Plate, Reply, reply
from lantian.pages.advised import driving_tracks
from lantian.pages.edition import Edition

SCRIPT = Path(__file__).resolve().parents[2] / "theme" / "static" / "js" / "vehicle" / "decide.js"
FUELS, CLASSES, PLATES = get_args(Fuel), get_args(VehicleClassId), get_args(Plate)
STAGES: tuple[Stage | None, ...] = ("1", "2", "3", "4", "5", "6", "unknown", None)
EVALUATE = """({ tables, rounds }) => {
  const vehicle = window.lantian.vehicle;
  const ready = {};
  for (const name in tables) ready[name] = vehicle.prepare(tables[name]);
  return rounds.map(({ table, status, now, asked }) => asked.map(([kind, fuel, stage, area, plate, at]) => {
    const found = vehicle.decide(ready[table], status, { class: kind, fuel, stage, area, plate, at }, now);
    const answer = found.number === null ? null : tables[table].answers[found.number];
    const names = answer ? answer.statements.map((one) => tables[table].statements[one].id) : [];
    const head = [found.verdict, found.reason, found.certainty, found.level];
    return head.concat(answer && answer.verdict, answer && answer.reason, names.sort()).join();
  }));
}"""


class Asked:
    """Rounds of questions, each in one situation of one plan: for the browser, and with the model's answers."""

    def __init__(self, total: int, seed: int) -> None:
        """Ask so many questions in all, evenly in every situation."""
        every = tuple(editions())
        self.tables: dict[str, Any] = {}
        self.rounds: list[dict[str, Any]] = []
        self.answers: list[list[str]] = []
        self._first: dict[str, Edition] = {}
        random = Random(seed)  # noqa: S311 - repeatable, no secret
        share = -(-total // len(every))
        for number, one in enumerate(every):
            self._ask(one, number, share, random)

    @property
    def count(self) -> int:
        """Return how many questions there are."""
        return sum(map(len, self.answers))

    def _ask(self, one: Edition, number: int, share: int, random: Random) -> None:
        name = f"{one.plan.id}-{len(one.plan.vehicles.rules)}"
        if name not in self.tables:
            self._first[name] = one
            self.tables[name] = _published("vehicle-check", vehicle_check_body(one), one)
        now = asked_at(one, number)
        drives = tuple(_drives(one, share, random))
        beside = driving_tracks(one)
        self.rounds.append(
            {
                "table": name,
                "status": _published("status", status_body(one), one),
                "now": now.timestamp() * 1000,
                "asked": [_told(drive) for drive in drives],
            }
        )
        decisions = self._first[name].decisions
        self.answers.append([_line(reply(drive, one.situation, decisions, beside, now)) for drive in drives])


def evaluated(page: Page, asked: Asked) -> list[list[str]]:
    """Return what the script of the pages answers from the published files alone."""
    page.add_script_tag(content=SCRIPT.read_text(encoding="utf-8"))
    found: list[list[str]] = page.evaluate(EVALUATE, {"tables": asked.tables, "rounds": asked.rounds})
    return found


def _published(name: str, body: dict[str, Any], one: Edition) -> Any:  # noqa: ANN401 - JSON
    return json.loads(data_file(name, body, one.place.id, "demo", one.as_of).data)


def _drives(one: Edition, share: int, random: Random) -> Iterator[Drive]:
    """Yield vehicles that exist, and now and then one that does not, around every time that matters."""
    segments = (moment for span in one.situation.segments for moment in (span.start, span.until) if moment)
    marks = (one.as_of, one.situation.next_check_by, *segments)
    areas = tuple(area.id for area in one.plan.vehicles.areas)
    for _ in range(share):
        at = random.choice(marks) + timedelta(minutes=random.choice((-1, 0, 1, 0, 60, 480, 1440)))
        if random.random() < 0.5:
            at = one.as_of + timedelta(minutes=random.randrange(-600, 8 * 1440))
        entry = random.choice(one.decisions.classes)
        drive = Drive(
            vehicle_class=entry.id,
            fuel=random.choice(entry.fuels),
            stage=random.choice((*entry.stages, "unknown")),
            area=random.choice(areas),
            plate=random.choice(PLATES),
            at=at.astimezone(one.as_of.tzinfo),
        )
        if drive.fuel == "electric":
            drive = replace(drive, stage=None)
        if random.random() < 0.02:
            drive = replace(drive, fuel=random.choice(FUELS), stage=random.choice(STAGES), area="nowhere")
        elif random.random() < 0.02:
            drive = replace(drive, vehicle_class=random.choice(CLASSES), stage=random.choice(STAGES))
        yield drive


def _told(drive: Drive) -> list[Any]:
    stage = drive.stage or "electric"
    return [drive.vehicle_class, drive.fuel, stage, drive.area, drive.plate, drive.at.timestamp() * 1000]


def _line(found: Reply) -> str:
    """Return a reply as the script's is told: the empty word for what is not there."""
    answer = found.answer
    head = (found.verdict, found.reason, found.certainty, found.level or "")
    if answer is None:
        return ",".join((*head, "", ""))
    names = sorted((*answer.rules, *answer.releases, *answer.silences))
    return ",".join((*head, answer.verdict, answer.reason, *names))
