"""`lantian warn` writes advisories on lines of their own, beside the warning."""

import re
from pathlib import Path

import pytest
from tests.cli.calls import Call, demanded

from lantian.reading.content import read_content

pytestmark = pytest.mark.usefixtures("quiet")
NOW = ("--as-of", "2026-11-22T12:05")
ISSUE = ("warn", "yangquan", "orange", "--at", "2026-11-22T12:00", *NOW, *demanded("yangquan", "orange"))


def test_an_advisory_beside_a_warning(lantian: Call, content: Path) -> None:
    """An advisory is issued, extended and lifted on its own line; the warning stays as it is."""
    lantian(*ISSUE)
    for words in (
        ("ozone", "--at", "2026-11-22T12:01", "--ends", "2026-11-22T18:00", "--pollutant", "ozone"),
        ("extend", "--line", "ozone", "--at", "2026-11-22T12:02", "--ends", "2026-11-22T20:00"),
        ("lift", "--line", "ozone", "--at", "2026-11-22T12:03"),
    ):
        done = lantian("warn", "yangquan", *words, *NOW)
        assert done.exit_code == 0, done.output
    messages = read_content(content).place("yangquan").bulletins[-4:]
    assert [(message.line, message.action) for message in messages[1:]] == [
        ("ozone", "issue"), ("ozone", "extend"), ("ozone", "lift"),
    ]  # fmt: skip
    assert [message.replaces for message in messages[1:]] == [None, *(message.id for message in messages[1:3])]
    assert "level: orange" in lantian("status", *NOW).stdout


@pytest.mark.parametrize("city", [None, "red"])
def test_what_a_response_beside_the_levels_changes_is_told(lantian: Call, city: str | None) -> None:
    """An ozone response asks of vehicles, companies and sites what no level asks, whether a level holds or not."""
    if city is not None:
        issued = ("--at", "2026-11-22T07:00", *NOW, *demanded("liaocheng", city))
        assert lantian("warn", "liaocheng", city, *issued).exit_code == 0
    words = ("--at", "2026-11-22T08:00", "--starts", "2026-11-22T10:00", "--pollutant", "ozone", *NOW, "--dry-run")
    done = lantian("--lang", "en", "warn", "liaocheng-resort", "ozone", *words)
    assert done.exit_code == 0, done.output
    assert re.findall(r"^  ([A-Z].*)$", done.stdout, re.MULTILINE) == [
        "Status", "Vehicles", "Enterprises", "Others, beside the levels",
    ]  # fmt: skip
    for told in ("Ozone emergency response", "by time and area", "Vehicle repair shops stop", "paving with asphalt"):
        assert told in "".join(line for line in done.stdout.splitlines() if line.startswith("    + "))


def test_where_nothing_short_changes_no_more_is_claimed(lantian: Call) -> None:
    """A later expected end leaves status and duties as they are, and the command says that times may differ."""
    assert lantian(*ISSUE, "--ends", "2026-11-24T20:00").exit_code == 0
    words = ("extend", "--at", "2026-11-22T12:02", "--ends", "2026-11-25T20:00", *NOW)
    done = lantian("--lang", "en", "warn", "yangquan", *words, "--dry-run")
    assert "times and the pages of messages may change" in done.stdout
