"""On the command line: a district that follows a city issues nothing, shows the city's warning, and says so."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import Call, demanded, tree

pytestmark = pytest.mark.usefixtures("quiet")
NOW = ("--as-of", "2026-11-22T12:05")
AT = ("--at", "2026-11-22T12:00", *NOW)
FOLLOWS = "This district follows Liaocheng City's Orange warning. Measures are those of the district's own plan."


@pytest.mark.parametrize("asked", ["orange", "lift", "withdraw"])
def test_a_warning_of_a_follower_is_refused(asked: str, lantian: Call, content: Path) -> None:
    """It is wrong use (exit 2), the sentence names the place to warn, and no file is written."""
    before = tree(content)
    done = lantian("warn", "liaocheng-resort", asked, *AT)
    assert done.exit_code == 2
    assert "issues no warnings of its own; write the message for “liaocheng”: lantian warn liaocheng" in done.output
    assert tree(content) == before


def test_the_operator_hears_who_follows(lantian: Call) -> None:
    """A warning of the city is reported with the district whose pages it changes, too."""
    done = lantian("warn", "liaocheng", "orange", *AT, *demanded("liaocheng", "orange"))
    assert done.exit_code == 0, done.output
    assert "Liaocheng Jiangbei Shuicheng Resort District" in done.output


def test_status_tells_the_city_s_warning_for_the_district(lantian: Call) -> None:
    """City and district are in the same state, the district with the sentence on whose warning it is."""
    assert lantian("warn", "liaocheng", "orange", *AT, *demanded("liaocheng", "orange")).exit_code == 0
    told = lantian("status", *NOW).stdout
    assert told.count("Orange warning in force") == 2
    assert told.count(FOLLOWS) == 1
    places = {one["id"]: one for one in json.loads(lantian("status", "--json", *NOW).stdout)["places"]}
    assert {place: one["level"] for place, one in places.items()} == {
        "liaocheng": "orange", "liaocheng-resort": "orange", "yangquan": None,
    }  # fmt: skip


def test_the_built_pages_of_the_district_say_whose_warning_it_is(lantian: Call, output: Path) -> None:
    """Front page, large text, school and every other page that shows the warning carry the sentence and the way."""
    assert lantian("warn", "liaocheng", "orange", *AT, *demanded("liaocheng", "orange")).exit_code == 0
    assert lantian("build", *NOW).exit_code == 0
    site = output / "site" / "en"
    for page, way in (("", "../liaocheng/"), ("easy/", "../../liaocheng/"), ("school/", "../../liaocheng/")):
        text = (site / "liaocheng-resort" / page / "index.html").read_text("utf-8").replace("&#39;", "'")
        assert FOLLOWS in text, page
        assert f'href="{way}"' in text, page
    assert FOLLOWS not in (site / "liaocheng" / "index.html").read_text("utf-8").replace("&#39;", "'")
    message = "2026-11-22-01/index.html"
    assert (site / "liaocheng" / "bulletin" / message).exists()
    assert not (site / "liaocheng-resort" / "bulletin" / message).exists()
    listed = (site / "liaocheng-resort" / "bulletin" / "index.html").read_text("utf-8")
    assert "../../liaocheng/bulletin/2026-11-22-01/" in listed
