"""Audiences, and what health guidance and schools need beside the plan."""

from pathlib import Path

import pytest
from pydantic import TypeAdapter

from lantian.model.content import NamedEntry
from lantian.model.measure import Audience, Measure
from lantian.reading.yaml_source import parse

CONTENT = Path(__file__).resolve().parents[1] / "content"
GROUPS = {"children", "older", "patients", "public", "outdoor-workers"}


def _read(name: str) -> dict[str, object]:
    data, faults = parse((CONTENT / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


def _measures(place: str) -> tuple[Measure, ...]:
    return TypeAdapter(tuple[Measure, ...]).validate_python(_read(f"plans/{place}/measures.yaml")["measures"])


MEASURES = _measures("yangquan")
AUDIENCES = TypeAdapter(tuple[Audience, ...]).validate_python(_read("vocabulary/audiences.yaml")["audiences"])
ADVICE = TypeAdapter(dict[str, tuple[NamedEntry, ...]]).validate_python(
    _read("vocabulary/health.yaml")["health_advice"]
)


def test_five_audiences_have_a_page() -> None:
    """The addresses below health/ are those of the contract and equal the ids."""
    assert {audience.id: audience.slug for audience in AUDIENCES if audience.slug is not None} == {
        group: group for group in GROUPS
    }


def test_every_group_has_advice_with_its_source() -> None:
    """Each group and ozone have advice with words; the last entry says who prevails and claims no numbered guide."""
    assert ADVICE.keys() == GROUPS | {"ozone"}
    for entries in ADVICE.values():
        assert all(entry.text is not None for entry in entries)
        source = entries[-1]
        assert source.names.en == "Source"
        assert source.text is not None
        assert "以卫生健康部门发布的为准。不是预案的要求" in source.text.zh
        assert "号" not in source.text.zh  # no entry was compared with a published guide


def test_every_group_hears_about_masks_windows_and_help() -> None:
    """Masks, windows and when to seek help are told to each group; pregnant women are named."""
    for entries in ADVICE.values():
        assert {"Masks", "Windows", "When to seek help"} <= {entry.names.en for entry in entries}
    assert "Pregnant women" in {entry.names.en for entry in ADVICE["older"]}


def test_masks_do_not_stop_ozone() -> None:
    """Advice on ozone never asks for a mask."""
    (masks,) = [entry for entry in ADVICE["ozone"] if entry.names.en == "Masks"]
    assert masks.text is not None
    assert "do not stop ozone" in masks.text.en
    assert "防不住臭氧" in masks.text.zh


def test_school_activities_are_explained() -> None:
    """Nine activities of a school day stand with an explanation each (ux.md 8.2)."""
    activities = TypeAdapter(tuple[NamedEntry, ...]).validate_python(_read("vocabulary/school.yaml")["activities"])
    assert len(activities) == 9
    assert all(activity.text is not None for activity in activities)


def test_health_groups_have_short_words() -> None:
    """What speaks to a group with a health page has a few words for first screens."""
    told = [entry for entry in MEASURES if entry.topic == "health" and GROUPS & set(entry.audiences)]
    assert len(told) == 7
    assert all(entry.brief is not None for entry in told)


@pytest.mark.parametrize("place", ["yangquan", "liaocheng", "liaocheng-resort"])
def test_advice_on_health_says_whom_it_is_for(place: str) -> None:
    """Such advice stands on pages among advice for others, so its own words name the group."""
    named = ("易感人群", "儿童", "一般人群", "的人")
    advice = [one for one in _measures(place) if one.topic == "health"]
    assert advice
    assert [one.id for one in advice if not any(word in one.text.zh for word in named)] == []
