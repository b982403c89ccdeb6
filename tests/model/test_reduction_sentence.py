"""Cells as sentences: chosen ones word by word, and for all of them that nothing lesser is said than is asked."""

import re
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml
from pydantic import ValidationError

from lantian.model.content import Vocabulary
from lantian.model.industry import Action, Cell, Do, Grade, IndustryChapter, SectorRow
from lantian.model.level import LevelId
from lantian.model.reduction_sentence import brief, compose
from lantian.model.text import LANGUAGES, Language, Text
from lantian.model.wording import Wording

ROOT = Path(__file__).resolve().parents[2]
TRANSPORT = MappingProxyType(
    {
        "none": ("", ""),
        "stop_heavy_trucks_china4": (
            "停止使用国四及以下重型货车（含燃气）运输",
            "no transport by China IV or older heavy",
        ),
        "stop_road_transport": ("停止公路运输", "stop all road transport"),
        "stop_all_transport": ("停止一切运输", "stop all transport"),
    }
)


def load(path: str) -> list[Any]:
    """Return the documents of a YAML file of the repository, every scalar as text."""
    return list(yaml.load_all((ROOT / path).read_text(encoding="utf-8"), Loader=yaml.CBaseLoader))


def read(path: str) -> dict[str, Any]:
    """Return a YAML file that holds a mapping."""
    return dict(load(path)[0])


ANNEX = IndustryChapter.model_validate(read("content/plans/yangquan/industry.yaml"))
WORDING = Wording.model_validate({"patterns": {"industry": read("content/vocabulary/wording/industry.yaml")}})
LISTS = ("audiences", "vehicle_classes", "finding_stage", "activities", "glossary")
MAPPINGS = ("sectors", "fuels", "stages", "nonroad_stages", "health_advice")
EMPTY: dict[str, Any] = dict.fromkeys(LISTS, ()) | {name: {} for name in MAPPINGS}
VOCABULARY = Vocabulary.model_validate(EMPTY | read("content/vocabulary/industry.yaml"))
EVERY = [
    pytest.param(row, cell, id=f"{level}-{row.sector}-{grade}-{cell.branch or 'whole'}")
    for row in ANNEX.sectors
    for level, grades in row.cells.items()
    for grade, group in grades.items()
    for cell in group
]


def say(cell: Cell, row: SectorRow) -> Text:
    """Compose a cell of the real annex."""
    return compose(cell, row, ANNEX, VOCABULARY, WORDING)


def pick(row: str, level: LevelId, grade: Grade, branch: str | None = None) -> tuple[Cell, SectorRow]:
    """Return one cell of the real annex, by the number of its row."""
    found = ANNEX.sectors[int(row) - 1]
    return next(cell for cell in found.cells[level][grade] if cell.branch == branch), found


@pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in load("tests/cases/industry.yaml")[0]])
def test_chosen_cells_word_by_word(case: dict[str, dict[str, Any]]) -> None:
    """A chosen cell has the kind and reads exactly as the case says, in both languages."""
    cell, row = pick(**case["given"])
    said = say(cell, row)
    assert {"kind": cell.effective_kind, "zh": said.zh, "en": said.en} == case["expect"]


@pytest.mark.parametrize(("row", "cell"), EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_share_is_said(row: SectorRow, cell: Cell, language: Language) -> None:
    """A sentence says every percent of its actions in their order, and each least amount as a least."""
    said = say(cell, row).speak(language)
    asked = [action.percent for action in cell.actions if action.percent is not None]
    shown = [int(figure) for figure in re.findall(r"(\d+)%", said)]
    remaining = [50] if any(action.condition == "remaining_lines_bank_fire" for action in cell.actions) else []
    assert shown == asked + remaining
    assert len(re.findall(r"及以上|at least", said)) == sum(action.at_least for action in cell.actions)
    assert len(re.findall(r"不超过|no more than", said)) == sum(action.do == "cap" for action in cell.actions)


@pytest.mark.parametrize(("row", "cell"), EVERY)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_is_said(row: SectorRow, cell: Cell, language: Language) -> None:
    """A sentence names its branch, each process, each condition and the transport rule of its cell."""
    said = say(cell, row).speak(language)
    parts = [TRANSPORT[cell.transport][LANGUAGES.index(language)]]
    parts += [branch.names.speak(language) for branch in row.branches if branch.id == cell.branch]
    parts += [ANNEX.processes[action.scope].speak(language) for action in cell.actions if action.scope]
    parts += [ANNEX.conditions[action.condition].speak(language) for action in cell.actions if action.condition]
    lowered = said.lower()
    assert [part for part in parts if part.lower() not in lowered] == []
    assert said.endswith("。" if language == "zh" else ".")


@pytest.mark.parametrize(("row", "cell"), EVERY)
def test_few_words_promise_nothing_lesser(row: SectorRow, cell: Cell) -> None:
    """The few words of a table name the transport rule, and a figure only where it is the only one."""
    few = brief(cell, WORDING)
    figures = {int(figure) for figure in re.findall(r"(\d+)%", few.zh + few.en)}
    asked = {action.percent for action in cell.actions if action.percent is not None}
    assert figures in (set(), asked)
    assert not figures or len(cell.actions) == 1
    assert ("货车" in few.zh) == (cell.transport == "stop_heavy_trucks_china4")
    assert ("运输" in few.zh) == (cell.transport in {"stop_road_transport", "stop_all_transport"})
    assert ("No measure" in few.en) == (row.number in {13, 15} and cell.kind == "not_applicable" and bool(cell.doubt))


@pytest.mark.parametrize("branch", ["castings", "nobody"])
def test_unknown_branch_is_an_error(branch: str) -> None:
    """A cell that names a branch its row does not have cannot be said: lime kilns have no branches."""
    with pytest.raises(KeyError, match=branch):
        say(Cell(branch=branch, transport="stop_road_transport"), ANNEX.sectors[0])


@pytest.mark.parametrize("do", ["stop", "limit", "cap"])
@pytest.mark.parametrize("scope", [None, "melting"])
@pytest.mark.parametrize("at_least", [True, False])
def test_every_shape_with_a_share_has_words(do: Do, scope: str | None, at_least: bool) -> None:  # noqa: FBT001
    """Whatever a plan stops, cuts or caps by a share, of the whole or of a process, there is a pattern for it."""
    cell = Cell(actions=(Action(do=do, scope=scope, percent=35, at_least=at_least),))
    said = say(cell, ANNEX.sectors[0])
    assert ("35%" in said.zh, "35%" in said.en) == (True, True)


@pytest.mark.parametrize(
    "action", [{"do": "unclear", "percent": 50}, {"do": "forbid"}, {"do": "forbid", "scope": "melting", "percent": 5}]
)
def test_guesses_and_empty_bans_are_refused(action: dict[str, Any]) -> None:
    """Lost text takes no figure, and a ban names what it bans."""
    with pytest.raises(ValidationError):
        Action.model_validate(action)
