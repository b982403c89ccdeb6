"""The real frame of a plan and the sentence patterns, read without our own reader: every scalar is text, then typed."""

from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import yaml
from pydantic import TypeAdapter

from lantian.model.plan import Plan
from lantian.model.text import Text
from lantian.model.wording import Wording

CONTENT = Path(__file__).resolve().parents[1] / "content"
SECTIONS = TypeAdapter(dict[str, Text])
ELSEWHERE = MappingProxyType(
    {
        "measures": (),
        "vehicles": {"summary": {"zh": "另见", "en": "elsewhere"}, "areas": (), "rules": ()},
        "industry": {
            "annex": 1,
            "grades": (),
            "processes": {},
            "conditions": {},
            "sectors": (),
            "classes": (),
        },
    }
)
"""Chapters that stand in files of their own and are of no concern here."""


def read_yaml(path: str) -> Any:  # noqa: ANN401 - YAML is of any type until pydantic has looked at it
    """Return what a YAML file below `content` holds, every scalar as text."""
    (found,) = yaml.load_all((CONTENT / path).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    return found


@cache
def read_frame(place: str) -> Plan:
    """Return the plan of a place without its measures, vehicles and industry."""
    return Plan.model_validate({**read_yaml(f"plans/{place}/plan.yaml"), **ELSEWHERE})


@cache
def read_wording() -> Wording:
    """Return every sentence pattern of the repository."""
    files = sorted((CONTENT / "vocabulary" / "wording").glob("*.yaml"))
    return Wording(
        patterns={file.stem: SECTIONS.validate_python(read_yaml(f"vocabulary/wording/{file.name}")) for file in files}
    )
