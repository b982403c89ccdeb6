"""`lantian warn` asks for what the plan demands of a message, and names what is missing where nobody can be asked."""

import os
import pty
import subprocess
from pathlib import Path

import pytest
from tests.cli.calls import COMMAND, MAYOR, ROOT, SECONDS, SIGNED, Call, demanded, tree

from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
NOW = ("--as-of", "2026-11-22T12:05")
AT = ("--at", "2026-11-22T12:00", *NOW)


@pytest.mark.parametrize(
    ("place", "named"),
    [
        ("yangquan", ("--approved-by", "Deputy commander", "weather", "--item weather=", "--forecast", "--pollutant")),
        ("liaocheng", ("--approved-by", "Deputy commander", "--item weather=", "--item trend=", "--pollutant")),
    ],
)
def test_what_is_missing_is_named_with_its_option(
    place: str, named: tuple[str, ...], lantian: Call, content: Path
) -> None:
    """Without a terminal one sentence (exit 2) has each item with its option, and nothing is written."""
    before = tree(content)
    done = lantian("warn", place, "orange", *AT)
    assert done.exit_code == 2
    assert done.stderr.count("\n") == 1
    assert [words for words in named if words not in done.stderr] == []
    assert tree(content) == before


def test_the_wrong_role_is_named_with_the_right_one(lantian: Call, content: Path) -> None:
    """The deputy may not sign red, nor the mayor orange; the sentence says who may."""
    before = tree(content)
    told = demanded("yangquan", "orange")
    done = lantian("warn", "yangquan", "red", *AT, *told)
    assert (done.exit_code, tree(content)) == (2, before)
    assert "Deputy commander (the vice mayor in charge) may not; by the plan: Commander (the mayor)" in done.stderr
    again = lantian("warn", "yangquan", "red", *AT, *told, "--approved-by", MAYOR["yangquan"])
    assert again.exit_code == 0, again.output


def test_a_lift_is_approved_for_the_level_that_it_ends(lantian: Call) -> None:
    """A lift without approval is refused, one with the right role is written."""
    assert lantian("warn", "liaocheng", "orange", *AT, *demanded("liaocheng", "orange")).exit_code == 0
    lift = ("warn", "liaocheng", "lift", "--at", "2026-11-22T12:03", *NOW)
    assert lantian(*lift).exit_code == 2
    assert lantian(*lift, "--approved-by", "市指挥部办公室主任").exit_code == 0


@pytest.mark.parametrize("words", [("liaocheng-resort", "orange", "--exercise"), ("yangquan", "red", "--exercise")])
def test_a_drill_is_asked_for_nothing(words: tuple[str, ...], lantian: Call) -> None:
    """A drill is written without approval and contents."""
    assert lantian("warn", *words, *AT).exit_code == 0


def test_a_follower_ends_its_own_drill(lantian: Call) -> None:
    """A district that issues no warnings may raise, correct and end the drill that it began."""
    drill = ("warn", "liaocheng-resort")
    first = "2026-11-22-01"
    steps = (("orange",), ("red",), ("correct", first, "--number", "8"), ("lift",))
    for minute, words in enumerate(steps, start=10):
        issued = f"2026-11-22T12:{minute}"
        done = lantian(*drill, *words, "--exercise", "--at", issued, "--as-of", issued)
        assert done.exit_code == 0, done.output


@pytest.mark.parametrize(
    ("place", "level", "forecast", "times"),
    [
        ("yangquan", "yellow", "160,170,155", 1), ("yangquan", "orange", "160,170,155", 0),
        ("liaocheng", "yellow", "160,170,155", 1), ("liaocheng", "red", "500", 0),
        ("yangquan", "yellow", "500", 0), ("liaocheng", "orange", "210,310,220", 0),
        ("liaocheng", "red", "210,310,220", 1),
    ],
)  # fmt: skip
def test_the_criteria_are_held_against_the_forecast(
    place: str,
    level: str,
    forecast: str,
    times: int,
    lantian: Call,
    content: Path,
) -> None:
    """A level other than the plan's criteria give is noted, and stands in the message as it was typed."""
    done = lantian("warn", place, level, *AT, *demanded(place, level), "--forecast", forecast)
    assert done.exit_code == 0, done.output
    assert done.stdout.count("By the plan's criteria this forecast gives") == times
    assert read_content(content).place(place).bulletins[-1].level == level


def on_a_terminal(content: Path, answers: str, *words: str) -> tuple[int, str]:
    """Run the command as users do, its input a terminal on which answers are typed; return exit code and output."""
    ours, theirs = pty.openpty()
    os.write(ours, answers.encode())
    done = subprocess.run(
        [*COMMAND, "--content", str(content), "--lang", "en", *words],
        cwd=ROOT, stdin=theirs, capture_output=True, timeout=SECONDS, check=False,
    )  # fmt: skip
    os.close(ours)
    os.close(theirs)
    return done.returncode, (done.stdout + done.stderr).decode()


def test_on_a_terminal_each_item_is_asked_for(content: Path) -> None:
    """Role, items in both languages, forecast and pollutant are asked for, a wrong answer again, and then written."""
    answers = "y\nonly one language\n转静稳|Turning calm\n210,220\npm25\n"
    code, told = on_a_terminal(content, answers, "warn", "yangquan", "orange", *AT)
    assert code == 0, told
    assert "needs both languages" in told
    message = read_content(content).place("yangquan").bulletins[-1]
    assert message.approved_by is not None
    assert message.approved_by.zh == SIGNED["yangquan"]
    assert message.contents["weather"].en == "Turning calm"
    assert (message.forecast, message.pollutant) == ((210, 220), "pm25")


def test_without_approval_nothing_is_written(content: Path) -> None:
    """Who answers that it is not approved gets no message."""
    before = tree(content)
    code, told = on_a_terminal(content, "n\n", "warn", "yangquan", "red", *AT)
    assert code == 2
    assert "it is not approved, and nothing was written" in told
    assert tree(content) == before


def test_of_several_roles_one_is_chosen(content: Path) -> None:
    """Where the plan lets several lift, the operator chooses by number."""
    code, told = on_a_terminal(content, "", "warn", "liaocheng", "orange", *AT, *demanded("liaocheng", "orange"))
    assert code == 0, told
    code, told = on_a_terminal(content, "2\n", "warn", "liaocheng", "lift", "--at", "2026-11-22T12:03", *NOW)
    assert code == 0, told
    lifted = read_content(content).place("liaocheng").bulletins[-1].approved_by
    assert lifted is not None
    assert lifted.zh == SIGNED["liaocheng"]
