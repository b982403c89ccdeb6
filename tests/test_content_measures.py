"""The measures of Yangquan against the document."""

import re
from collections import Counter
from pathlib import Path

import pytest
from pydantic import TypeAdapter

from lantian.model.level import LevelId
from lantian.model.measure import Audience, Measure, MeasureKind
from lantian.reading.yaml_source import parse

ROOT = Path(__file__).resolve().parents[1]
SECTIONS: dict[LevelId, str] = {"yellow": "5.3.1", "orange": "5.3.2", "red": "5.3.3"}


def _read(name: str) -> dict[str, object]:
    data, faults = parse((ROOT / "content" / name).read_text(encoding="utf-8"))
    assert not faults
    assert data is not None
    return dict(data)


MEASURES = TypeAdapter(tuple[Measure, ...]).validate_python(_read("plans/yangquan/measures.yaml")["measures"])
AUDIENCES = TypeAdapter(tuple[Audience, ...]).validate_python(_read("vocabulary/audiences.yaml")["audiences"])
BY_ID = {measure.id: measure for measure in MEASURES}


def _at(level: LevelId) -> list[Measure]:
    return [measure for measure in MEASURES if level in measure.levels]


# Counted by hand in 5.3.1, 5.3.2, 5.3.3, statement by statement.
# Health: stay in, windows, public, outdoor workers, school = 5; yellow adds publicity and care = 7, orange events and
# clinics = 7; red: do not go out, windows, protection, public, workers, school, events, clinics with staff = 8.
# Voluntary: air conditioning, transport, idling, solvents, management = 5; orange and red add flexible work = 6.
# Mandatory: frame, industry, micro; six rules, site work, watering, covering, machinery, road washing, open-air work,
# covered bulk, sprayed bulk, unsealed trucks, fireworks, bonfires; inventory, heavy trucks, large plants = 18 each.
@pytest.mark.parametrize(
    ("level", "health", "advisory", "mandatory"), [("yellow", 7, 5, 18), ("orange", 7, 6, 18), ("red", 8, 6, 18)]
)
def test_each_level_states_as_much_as_the_document(level: LevelId, health: int, advisory: int, mandatory: int) -> None:
    """Every level restates its measures in full; none is lost and none is carried over from a lower level."""
    counted = Counter(measure.kind for measure in _at(level))
    assert counted == {"health": health, "advisory": advisory, "mandatory": mandatory}


# Paragraphs under each heading, counted in the document: health 5, 5, 5; voluntary 4, 5, 5; ② 2 and ③ 2 at each level.
@pytest.mark.parametrize(("level", "voluntary"), [("yellow", 4), ("orange", 5), ("red", 5)])
def test_every_paragraph_is_encoded(level: LevelId, voluntary: int) -> None:
    """Each paragraph of the section is cited by a measure, and no paragraph is cited that does not exist."""
    cited = {clause for measure in _at(level) for clause in measure.levels[level].split("; ")}
    section = SECTIONS[level]
    assert cited == {
        *(f"{section} part health para {number}" for number in range(1, 6)),
        *(f"{section} part voluntary para {number}" for number in range(1, voluntary + 1)),
        f"{section} part mandatory para 1",
        f"{section} ①",
        *(f"{section} {group} para {number}" for group in "②③" for number in (1, 2)),
        f"annex 11 level {level}",
        "5.2 para 1",
    }


PARTS: dict[MeasureKind, str] = {
    "health": r"part health para [1-5]",
    "advisory": r"part voluntary para [1-5]",
    "mandatory": r"(part mandatory para 1|①|② para [12]|③ para [12])",
}


@pytest.mark.parametrize("measure", [entry for entry in MEASURES if entry.levels], ids=lambda measure: measure.id)
def test_measure_cites_the_section_of_each_level(measure: Measure) -> None:
    """A measure cites 5.3.1 for yellow, 5.3.2 for orange, 5.3.3 for red, under the heading of its kind."""
    for level, clause in measure.levels.items():
        first = clause.split("; ")[0]
        assert re.fullmatch(rf"{re.escape(SECTIONS[level])} {PARTS[measure.kind]}", first), clause


def test_audiences_and_measures_fit() -> None:
    """Every audience that a measure names exists, every audience is spoken to, and no id stands twice."""
    known = [audience.id for audience in AUDIENCES]
    assert len(known) == len(set(known)) == 18
    assert {audience for measure in MEASURES for audience in measure.audiences} == set(known)
    assert len(BY_ID) == len(MEASURES) == 39


@pytest.mark.parametrize(
    ("later", "levels", "earlier"),
    [
        ("sensitive-do-not-go-out", ("red",), "sensitive-stay-in"),
        ("sensitive-windows-red", ("red",), "sensitive-windows"),
        ("medical-clinics", ("orange",), "medical-guidance"),
        ("medical-staff-and-hours", ("red",), "medical-clinics"),
        ("all-site-work-stops", ("orange", "red"), "dusty-site-work-stops"),
    ],
)
def test_replacements(later: str, levels: tuple[LevelId, ...], earlier: str) -> None:
    """A statement that gets stronger takes the place of the one below and never stands beside it."""
    assert tuple(BY_ID[later].levels) == levels
    assert BY_ID[later].replaces == earlier
    assert not BY_ID[earlier].levels.keys() & BY_ID[later].levels.keys()


def test_nothing_else_is_replaced() -> None:
    """The five replacements are all; publicity at yellow is not cancelled by silence at orange (AN-48)."""
    assert sum(measure.replaces is not None for measure in MEASURES) == 5
    assert tuple(BY_ID["health-publicity"].levels) == ("yellow",)
    assert BY_ID["health-publicity"].doubt == "an-48"


def test_what_begins_at_orange() -> None:
    """Large events, flexible work, clinics and the stop of all site work are stated from orange on."""
    new = [measure.id for measure in MEASURES if "yellow" not in measure.levels and "orange" in measure.levels]
    assert new == ["large-events-stop", "medical-clinics", "flexible-work", "all-site-work-stops"]


def test_duty_follows_the_wording() -> None:
    """可 and 可以 are may, voluntary statements are advised, and required measures never rest on the voluntary part."""
    may = {measure.id for measure in MEASURES if measure.duty == "may"}
    assert may == {"outdoor-workers-protection", "micro-enterprise-exemption", "ozone-production-control"}
    assert {measure.duty for measure in MEASURES if measure.kind == "advisory"} == {"advised"}
    assert {measure.duty for measure in MEASURES if measure.kind == "mandatory"} == {"required", "may"}
    advised = [measure.id for measure in MEASURES if measure.kind == "health" and measure.duty == "advised"]
    assert advised == [
        "sensitive-stay-in",
        "sensitive-windows",
        "sensitive-do-not-go-out",
        "sensitive-windows-red",
        "public-less-outdoors",
    ]


def test_school_measure() -> None:
    """Outdoor lessons stop at every level, required, from the day of the notice (5.2)."""
    school = [measure for measure in MEASURES if measure.topic == "school"]
    assert [(entry.id, entry.duty, tuple(entry.levels)) for entry in school] == [
        ("school-outdoor-stop", "required", ("yellow", "orange", "red"))
    ]
    assert school[0].audiences == ("schools", "pupils")
    assert school[0].begins is not None
    assert school[0].clause == (
        "5.3.1 part health para 3; 5.2 para 1; 5.3.2 part health para 3; 5.3.3 part health para 3"
    )


def test_ozone_has_one_statement_without_a_level() -> None:
    """5.3.4 belongs to the ozone advisory and to no level; it names a means outside the required measures."""
    ozone = [measure for measure in MEASURES if measure.tracks]
    assert [(entry.id, entry.tracks, entry.levels) for entry in ozone] == [
        ("ozone-production-control", {"ozone": "5.3.4"}, {})
    ]
    assert (ozone[0].kind, ozone[0].duty) == ("guidance", "may")


def test_doubts_are_marked() -> None:
    """Statements that rest on a doubtful passage name the anomaly."""
    assert {measure.id: measure.doubt for measure in MEASURES if measure.doubt is not None} == {
        "health-publicity": "an-48",
        "micro-enterprise-exemption": "an-78",  # the notes of annex 11 say less than the main text at two levels
        "site-machinery-stops": "an-47",
        "road-washing": "an-46",
        "transport-by-inventory": "an-44",
        "heavy-trucks-off-the-roads": "an-43",
        "large-enterprises-trucks": "an-43",
        "ozone-production-control": "an-11",
    }


def test_figures_of_the_document() -> None:
    """Numbers stand in both languages as the document gives them."""
    figures = {
        "energy-saving": ("1–2℃", "1–2 °C"),
        "road-washing": ("2 次", "2 more times"),
        "large-enterprises-trucks": ("150 万吨", "1.5 million tonnes or more"),
    }
    for measure, (zh, en) in figures.items():
        text = BY_ID[measure].text
        assert zh in text.zh
        assert en in text.en
    micro, washing = BY_ID["micro-enterprise-exemption"].condition, BY_ID["road-washing"].condition
    assert micro is not None
    assert washing is not None
    assert "不超过 100 千克" in micro.zh
    assert "at most 100 kg" in micro.en
    assert "小于 80%" in washing.zh
    assert "below 80%" in washing.en


@pytest.mark.parametrize("topic", ["school", "event", "vehicle", "construction", "industry"])
def test_first_screens_have_short_words(topic: str) -> None:
    """Required measures of the topics on first screens have a few words for them."""
    lacking = {
        measure.id
        for measure in MEASURES
        if measure.topic == topic and measure.duty == "required" and measure.brief is None
    }
    assert lacking <= {"keep-the-city-running"}
