"""`lantian assess` gives the level of the plan's own criteria (clauses 3.1 and 3.2) and warns of nothing."""

import json

import pytest
from tests.cli.calls import Call

CASES = (
    ("150,150,150,150", None),
    ("151", None),
    ("151,151", "yellow"),
    ("151,150,151", None),
    ("500", "yellow"),
    ("160,170,155", "orange"),
    ("201,201", "orange"),
    ("200,200", "yellow"),
    ("210,300,220", "orange"),
    ("210,310,220", "red"),
)


@pytest.mark.parametrize(("forecast", "level"), CASES)
def test_the_level_of_a_forecast(lantian: Call, forecast: str, level: str | None) -> None:
    """Each forecast gives the highest level whose criteria hold, or nothing."""
    done = lantian("assess", "yangquan", "--aqi", forecast, "--json")
    assert done.exit_code == 0
    told = json.loads(done.stdout)
    assert (told["place"], told["plan"], told["level"]) == ("yangquan", "yangquan-2023", level)
    assert told["trace"]


def test_ozone_never_gives_a_level(lantian: Call) -> None:
    """A forecast of ozone calls for its advisory at most, however high it is."""
    told = json.loads(lantian("assess", "yangquan", "--aqi", "400,400,400", "--pollutant", "ozone", "--json").stdout)
    assert told["level"] == "ozone"


def test_the_first_line_says_what_it_is_not(lantian: Call) -> None:
    """The text form begins by saying that it is a cross-check and no warning."""
    done = lantian("assess", "yangquan", "--aqi", "160,170,155")
    assert done.exit_code == 0
    assert "not a warning" in done.stdout.splitlines()[0]
    assert len(done.stdout.splitlines()) > 3


@pytest.mark.parametrize("forecast", ["", "abc", "160,,170", "-5", "501", "1e2", "160.5"])
def test_what_is_no_forecast_is_refused(lantian: Call, forecast: str) -> None:
    """Anything but whole numbers from 0 to 500 ends with a sentence and exit code 2."""
    done = lantian("assess", "yangquan", f"--aqi={forecast}")
    assert done.exit_code == 2
    assert "--aqi" in done.stderr
    assert not done.stdout


def test_an_unknown_place_is_refused(lantian: Call) -> None:
    """A place that nobody wrote is wrong use, and the sentence names those that exist."""
    done = lantian("assess", "nowhere", "--aqi", "160")
    assert done.exit_code == 2
    assert "nowhere" in done.stderr
    assert "yangquan" in done.stderr
