"""A whole plan of the repository, its four files put together: levels and rules, measures, vehicles, industry."""

from functools import cache
from pathlib import Path
from typing import Any

from lantian.model.plan import Plan
from lantian.reading.yaml_source import parse

CONTENT = Path(__file__).resolve().parents[1] / "content"


def read_data(path: str) -> dict[str, Any]:
    """Return what a YAML file below `content` holds, before any record is made of it."""
    data, faults = parse((CONTENT / path).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


@cache
def read_plan(place: str) -> Plan:
    """Return the plan of a place with all its chapters."""
    frame, measures, vehicles, industry = (
        read_data(f"plans/{place}/{name}.yaml") for name in ("plan", "measures", "vehicles", "industry")
    )
    return Plan.model_validate({**frame, **measures, "vehicles": vehicles, "industry": industry})
