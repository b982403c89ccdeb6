"""`lantian warn` writes advisories on lines of their own, beside the warning."""

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
