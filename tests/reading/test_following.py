"""Whoever takes over the warnings of another may still hold drills and give advice, and be stricter with a source."""

from pathlib import Path

import pytest
from tests.reading.conftest import FindProblems
from tests.sites.layout import SITES, lay_out

from lantian.reading.content import read_content

MESSAGE = "bulletins/ward/2026-01-06-01.yaml"


@pytest.mark.parametrize(
    ("site", "find", "put"),
    [
        ("follower_warns", "action: issue", "action: exercise"),
        ("follower_warns", "level: orange", "line: notice"),
        ("tightening_without_source", "level: orange", "level: orange\nnumber: No. 7"),
        ("tightening_without_source", "level: orange", "level: orange\nofficial_text: 自今日起加严"),
    ],
    ids=["a drill", "advice", "stricter with a number", "stricter with its text"],
)
def test_what_a_follower_may_issue(site: str, find: str, put: str, tmp_path: Path, find_problems: FindProblems) -> None:
    """The same message that is refused as a warning of its own is sound as a drill, as advice, or with its source."""
    content = lay_out(tmp_path, SITES / "invalid" / site)
    file = content / MESSAGE
    text = file.read_text("utf-8")
    assert find in text
    assert [problem.line for problem in find_problems(content)] == [1]
    file.write_text(text.replace(find, put), "utf-8")
    assert find_problems(content) == ()
    assert [one.key for one in read_content(content).place("ward").bulletins] == ["ward/2026-01-06-01"]


@pytest.mark.parametrize("action", ["raise", "lower", "lift", "extend", "withdraw"])
def test_every_step_of_a_warning_is_the_followed_place_s(
    action: str, tmp_path: Path, find_problems: FindProblems
) -> None:
    """Without a rule that lets it be stricter no message of the level line is a follower's, whatever it does."""
    content = lay_out(tmp_path, SITES / "invalid" / "follower_warns")
    first = (content / MESSAGE).read_text("utf-8")
    level = "level: orange" if action in {"raise", "lower"} else ""
    later = first.replace("action: issue", f"action: {action}\nreplaces: 2026-01-06-01")
    later = later.replace("level: orange", level).replace("T12:00", "T14:00").replace("T11:00", "T13:00")
    (content / MESSAGE.replace("-01.yaml", "-02.yaml")).write_text(later, "utf-8")
    told = [problem.what.en for problem in find_problems(content) if problem.file.endswith("-02.yaml")]
    assert f"this place issues no warnings of its own ({action}): it follows “sample”" in told


def test_a_place_never_follows_itself_or_nobody(tmp_path: Path, find_problems: FindProblems) -> None:
    """A place that follows itself, or one that is not there, is refused at that line."""
    content = lay_out(tmp_path, SITES / "invalid" / "follower_warns")
    (content / MESSAGE).unlink()
    assert find_problems(content) == ()
    ward = content / "places" / "ward.yaml"
    text = ward.read_text("utf-8")
    for followed in ("ward", "nowhere"):
        ward.write_text(text.replace("follows: sample", f"follows: {followed}"), "utf-8")
        told = [(problem.file, problem.line, problem.what.en) for problem in find_problems(content)]
        assert told == [("content/places/ward.yaml", 7, f"there is no place “{followed}”")]
