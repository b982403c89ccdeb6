"""The place itself and the terms of the glossary."""

import csv

from tests.plan_frame import CONTENT, read_frame, read_yaml

from lantian.model.place import Place

PLACE = "yangquan"
PLAN = read_frame(PLACE)


def test_place() -> None:
    """The place, whose id is the name of its file, names the plan in force and who issues warnings."""
    place = Place.model_validate({"id": PLACE, **read_yaml(f"places/{PLACE}.yaml")})
    assert (place.id, place.plan, place.code, place.hotline) == (PLACE, PLAN.id, "140300", "12369")
    assert place.issuer == PLAN.document.interpreter
    assert place.follows is None


def test_glossary() -> None:
    """All 216 terms are there, each once and in both languages."""
    with (CONTENT / "vocabulary" / "glossary.csv").open(encoding="utf-8", newline="") as file:
        terms = list(csv.DictReader(file, strict=True))
    assert len(terms) == 216
    assert len({term["zh"] for term in terms}) == 216
    assert all(set(term) == {"zh", "en"} and term["zh"].strip() and term["en"].strip() for term in terms)
