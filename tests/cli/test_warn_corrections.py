"""`lantian warn`: suspending, resuming, correcting, and taking back a message by its name."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.calls import Call, demanded, tree

from lantian.model.bulletin import Bulletin
from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
FIRST = "2026-11-22-01"
ISSUE = ("warn", "yangquan", "orange", "--at", "2026-11-22T12:00", "--ends", "2026-11-25T12:00", "--number", "7")


def say(lantian: Call, *words: str, at: str) -> None:
    """Write the next message of the city at a time of one day."""
    done = lantian("warn", "yangquan", *words, "--at", f"2026-11-22T{at}", "--as-of", f"2026-11-22T{at}")
    assert done.exit_code == 0, done.output


@pytest.fixture
def warned(lantian: Call) -> Call:
    """Return the command line over content with an orange warning."""
    done = lantian(*ISSUE, "--as-of", "2026-11-22T12:05", *demanded("yangquan", "orange"))
    assert done.exit_code == 0, done.output
    return lantian


def last(content: Path) -> Bulletin:
    """Return the latest message of the city."""
    return read_content(content).place("yangquan").bulletins[-1]


def status(lantian: Call, at: str) -> dict[str, str | None]:
    """Return the status of the city as JSON."""
    places = json.loads(lantian("status", "--json", "--as-of", at).stdout)["places"]
    return next(place for place in places if place["id"] == "yangquan")


def test_a_suspension_resumes_by_itself(warned: Call, content: Path) -> None:
    """With --resumes the level does not hold until then, and holds from then on without a further message."""
    say(warned, "suspend", "--starts", "2026-11-22T18:00", "--resumes", "2026-11-23T12:00", at="14:00")
    assert last(content).action == "suspend"
    assert last(content).resumes_at == datetime.fromisoformat("2026-11-23T12:00:00+08:00")
    told = [status(warned, f"2026-11-{at}") for at in ("22T17:59:59", "22T18:00", "23T11:59:59", "23T12:00")]
    assert [(one["state"], one["level"]) for one in told] == [
        ("active", "orange"), ("pending", None), ("pending", None), ("active", "orange"),
    ]  # fmt: skip
    assert "has not been lifted" in warned("status", "--as-of", "2026-11-22T20:00").stdout


def test_a_correction_names_its_message(warned: Call, content: Path) -> None:
    """What was typed stands under `corrected`, nothing else changes, and the message corrected stays as it was."""
    file = content / "bulletins" / "yangquan" / f"{FIRST}.yaml"
    before = file.read_bytes()
    say(
        warned,
        "correct",
        FIRST,
        "--number",
        "8",
        "--starts",
        "2026-11-22T20:00",
        "--area",
        "城区|Urban area",
        at="13:00",
    )
    found = last(content)
    assert (found.action, found.about, found.replaces, found.number) == ("correct", FIRST, FIRST, None)
    assert found.corrected is not None
    assert found.corrected.given == {"number", "starts_at", "area"}
    assert file.read_bytes() == before
    assert status(warned, "2026-11-22T13:00")["state"] == "pending"
    assert status(warned, "2026-11-22T12:59:59")["state"] == "active"


def test_a_corrected_message_is_taken_back_by_its_name(warned: Call) -> None:
    """Without a name the correction is taken back, with the name the message and its corrections."""
    say(warned, "correct", FIRST, "--number", "8", at="13:00")
    say(warned, "withdraw", at="13:10")
    assert status(warned, "2026-11-22T13:10")["state"] == "active"
    say(warned, "withdraw", FIRST, at="13:20")
    assert status(warned, "2026-11-22T13:20")["state"] == "withdrawn"


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("correct", FIRST), "A wrong level is withdrawn and issued anew"),
        (("correct", "2026-11-01-01", "--number", "8"), "no standing message 2026-11-01-01"),
        (("correct", FIRST, "--starts", "2026-11-21T12:00"), "cannot take effect before it is issued"),
        (("correct", FIRST, "--ends", "2026-11-22T12:00"), "must be later than the start"),
        (("correct", FIRST, "--resumes", "2026-11-24T12:00"), "only a suspension has such a time"),
        (("suspend", "--resumes", "2026-11-22T13:00"), "only after it was suspended"),
        (("resume",), "Nothing is suspended at that time"),
        (("withdraw", "2026-11-01-01"), "There is no message to withdraw"),
        (("suspend", FIRST), "names no message"),
        (("orange", "--resumes", "2026-11-24T12:00", *demanded("yangquan", "orange")), "belongs to suspend"),
    ],
)
def test_what_makes_no_sense_is_refused(words: tuple[str, ...], told: str, warned: Call, content: Path) -> None:
    """One sentence says why (exit 2), and nothing is written."""
    before = tree(content)
    done = warned("warn", "yangquan", *words, "--at", "2026-11-22T13:00", "--as-of", "2026-11-22T13:00")
    assert done.exit_code == 2, done.output
    assert told in done.stderr
    assert tree(content) == before


def test_a_warning_is_not_suspended_before_it_begins(lantian: Call, content: Path) -> None:
    """What has not begun is withdrawn and issued with another start."""
    done = lantian(
        *ISSUE, "--starts", "2026-11-22T20:00", "--as-of", "2026-11-22T12:05", *demanded("yangquan", "orange")
    )
    assert done.exit_code == 0, done.output
    before = tree(content)
    done = lantian("warn", "yangquan", "suspend", "--at", "2026-11-22T13:00", "--as-of", "2026-11-22T13:00")
    assert (done.exit_code, tree(content)) == (2, before)
    assert "Withdraw it and issue it again" in done.stderr
