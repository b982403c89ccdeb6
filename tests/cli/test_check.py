"""`lantian check` prints every problem with file, line and the way to mend it, and nothing else exits with 1."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.cli.calls import Call, replace_in, run
from tests.sites.layout import ONE_CITY, SITES, lay_out

from lantian.cli.main import main

INVALID = sorted(path for path in (SITES / "invalid").iterdir() if path.is_dir())
PROBLEM = re.compile(r"[^:]+:[1-9]\d*:[1-9]\d*: .+ — .+")


def test_sound_content_is_counted(lantian: Call) -> None:
    """Content without a problem ends with 0 and says how many places, plans, campaigns and bulletins there are."""
    done = lantian("check")
    assert done.exit_code == 0, done.stdout
    told = r"content is sound: \d+ places, [1-9]\d* plans, [1-9]\d* campaigns, \d+ bulletins\n"
    assert re.fullmatch(told, done.stdout)


@pytest.mark.parametrize("site", INVALID, ids=lambda site: site.name)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_bad_content_ends_with_1(site: Path, language: str, tmp_path: Path) -> None:
    """Each bad input ends with 1; every line but the last names a file, a line, a column, the fault and the way out."""
    content = lay_out(tmp_path, site)
    done = CliRunner().invoke(main, ["--content", str(content), "--lang", language, "check"], catch_exceptions=False)
    *lines, last = done.stdout.splitlines()
    assert done.exit_code == 1
    assert lines
    assert not [line for line in lines if PROBLEM.fullmatch(line) is None]
    assert str(len(lines)) in last


def test_the_line_is_the_right_one(lantian: Call, content: Path) -> None:
    """A mistake put into a line is reported with that line."""
    line = replace_in(content / "places" / "yangquan.yaml", 'code: "140300"', 'code: "14"')
    done = lantian("check")
    assert done.exit_code == 1
    assert done.stdout.startswith(f"content/places/yangquan.yaml:{line}:")


def test_json_holds_the_same_problems(lantian: Call, content: Path) -> None:
    """As JSON each problem is a record, and the exit code is the same."""
    line = replace_in(content / "places" / "yangquan.yaml", 'code: "140300"', 'code: "14"')
    done = lantian("check", "--json")
    (problem,) = json.loads(done.stdout)["problems"]
    assert done.exit_code == 1
    assert set(problem) == {"file", "line", "column", "what", "mend"}
    assert (problem["file"], problem["line"]) == ("content/places/yangquan.yaml", line)


def test_json_of_sound_content_is_an_empty_list(lantian: Call) -> None:
    """Sound content is an empty list of problems and 0."""
    done = lantian("check", "--json")
    assert (done.exit_code, json.loads(done.stdout)) == (0, {"problems": []})


def test_no_content_folder_is_a_problem(tmp_path: Path) -> None:
    """A folder that does not exist is told like any other problem."""
    done = run("--content", str(tmp_path / "nothing"), "check")
    assert done.returncode == 1
    assert PROBLEM.match(done.stdout.decode().splitlines()[0])


def test_a_user_gets_the_exit_code(tmp_path: Path) -> None:
    """The real command, in a process of its own, ends with 0 for the valid city and 1 for a broken one."""
    assert run("--content", str(ONE_CITY), "check").returncode == 0
    broken = lay_out(tmp_path, SITES / "invalid" / "many_mistakes")
    assert run("--content", str(broken), "check").returncode == 1
