"""The vehicle chapters of the real plans, the classes of the vocabulary, and the cases as sentences of each plan."""

from functools import cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, TypeAdapter

from lantian.model.level import LevelId
from lantian.model.text import Id
from lantian.model.vehicle import Fuel, Stage, VehicleChapter, VehicleClass, VehicleClassId, VerdictCode
from lantian.model.vehicle_verdict import Question, all_questions
from lantian.reading.yaml_source import parse

ROOT = Path(__file__).resolve().parents[1]
LEVELS: tuple[LevelId | None, ...] = (None, "yellow", "orange", "red")
CASE_FILES = {"yangquan": "vehicles", "liaocheng": "vehicles_liaocheng", "liaocheng-resort": "vehicles_resort"}
"""By place, the file of its cases below `tests/cases`."""


class Given(BaseModel, extra="forbid"):
    """The question of a case, its words checked; `level` is `none` where no level holds."""

    level: LevelId | Literal["none"]
    vehicle_class: VehicleClassId
    fuel: Fuel
    stage: Stage | None
    area: Id

    def question(self) -> Question:
        """Return the question as the generator asks it."""
        level = None if self.level == "none" else self.level
        return Question(level, self.vehicle_class, self.fuel, self.stage, self.area)


class Expected(BaseModel, extra="forbid"):
    """What the answer must say; absent fields are not looked at."""

    verdict: VerdictCode
    rules: tuple[str, ...]
    reason: str | None = None
    silences: tuple[str, ...] | None = None


class Case(BaseModel, extra="forbid"):
    """A rule as a sentence."""

    name: str
    given: Given
    expect: Expected


def read(name: str) -> dict[str, object]:
    """Return what a YAML file of the repository holds."""
    data, faults = parse((ROOT / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


CLASSES = TypeAdapter(tuple[VehicleClass, ...]).validate_python(read("content/vocabulary/vehicles.yaml")["classes"])


@cache
def chapter(place: str) -> VehicleChapter:
    """Return what the plan of a place says on vehicles."""
    return VehicleChapter.model_validate(read(f"content/plans/{place}/vehicles.yaml"))


@cache
def cases(place: str) -> tuple[Case, ...]:
    """Return the cases of the plan of a place."""
    return TypeAdapter(tuple[Case, ...]).validate_python(read(f"tests/cases/{CASE_FILES[place]}.yaml")["cases"])


@cache
def questions(place: str) -> tuple[Question, ...]:
    """Return everything that can be asked of the plan of a place."""
    return tuple(all_questions(CLASSES, chapter(place).areas, LEVELS))
