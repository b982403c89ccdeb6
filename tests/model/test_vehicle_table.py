"""The table of verdicts: every vehicle in every area, at one level."""

from pathlib import Path

from pydantic import TypeAdapter

from lantian.model.vehicle import VehicleChapter, VehicleClass
from lantian.model.vehicle_decisions import Decisions
from lantian.model.vehicle_verdict import all_questions, answer
from lantian.reading.yaml_source import parse

CONTENT = Path(__file__).resolve().parents[2] / "content"


def _read(name: str) -> dict[str, object]:
    data, faults = parse((CONTENT / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


CHAPTER = VehicleChapter.model_validate(_read("plans/yangquan/vehicles.yaml"))
CLASSES = TypeAdapter(tuple[VehicleClass, ...]).validate_python(_read("vocabulary/vehicles.yaml")["classes"])
QUESTIONS = tuple(all_questions(CLASSES, CHAPTER.areas, ("orange",)))


def test_table_holds_every_question_of_a_level() -> None:
    """Rows and areas of the table cover each question once, with the answer of the evaluator."""
    rows = Decisions(CHAPTER, CLASSES).table("orange")
    told = {
        (row.vehicle_class, fuel, row.stage, area): got
        for row in rows
        for fuel in row.fuels
        for area, got in row.answers.items()
    }
    assert len(told) == len(QUESTIONS) == 142 * 5
    for question in QUESTIONS:
        key = (question.vehicle_class, question.fuel, question.stage, question.area)
        assert told[key] == answer(question, CHAPTER, CLASSES)


def test_table_puts_fuels_together() -> None:
    """Fuels that no area tells apart share a row; electric heavy trucks stand by themselves."""
    rows = [row for row in Decisions(CHAPTER, CLASSES).table("orange") if row.vehicle_class == "heavy_truck"]
    assert [(row.stage, row.fuels) for row in rows] == [
        *((stage, ("petrol", "diesel", "gas")) for stage in ("1", "2", "3", "4", "5", "6", "unknown")),
        (None, ("electric",)),
    ]
