"""`lantian status` tells what is in force where, and honestly that nothing has been published."""

import json
from pathlib import Path

import pytest
from tests.cli.calls import Call, demanded

pytestmark = pytest.mark.usefixtures("quiet")
NOW = ("--as-of", "2026-11-22T12:05")
ISSUE = ("warn", "yangquan", "orange", "--at", "2026-11-22T12:00", "--ends", "2026-11-25T12:00", *NOW,
         *demanded("yangquan", "orange"))  # fmt: skip


def test_what_is_in_force(lantian: Call) -> None:
    """Each place is told with state, level, since when, until when and when it changes next."""
    lantian(*ISSUE)
    told = lantian("status", *NOW).stdout
    assert "Orange warning in force" in told
    assert "state: active, level: orange" in told
    assert "since: 12:00 on Sunday 22 November" in told
    assert "expected end: 12:00 on Wednesday 25 November" in told


def test_json_for_programs(lantian: Call) -> None:
    """As JSON the moments are RFC 3339 with an offset, and no release is claimed."""
    lantian(*ISSUE)
    told = json.loads(lantian("status", "--json", *NOW).stdout)
    place = next(place for place in told["places"] if place["id"] == "yangquan")
    assert (place["state"], place["level"]) == ("active", "orange")
    assert place["since"] == "2026-11-22T12:00:00+08:00"
    assert place["expected_end"] == "2026-11-25T12:00:00+08:00"
    assert (told["release"], told["site"]) == (None, None)


def test_the_last_build_is_named(lantian: Call, output: Path) -> None:
    """If the output folder holds a site, it is called a plain folder build with the moment it names itself."""
    index = output / "site" / "data" / "index.json"
    index.parent.mkdir(parents=True)
    index.write_text('{"generated_at": "2026-11-22T11:00:00+08:00"}')
    assert "plain folder build, generated at 2026-11-22T11:00:00+08:00" in lantian("status", *NOW).stdout
    site = json.loads(lantian("status", "--json", *NOW).stdout)["site"]
    assert site == {"kind": "plain_folder", "generated_at": "2026-11-22T11:00:00+08:00"}


def test_a_damaged_build_is_no_build(lantian: Call, output: Path) -> None:
    """An index that can not be read says nothing about a build."""
    index = output / "site" / "data" / "index.json"
    index.parent.mkdir(parents=True)
    for damaged in ("", "[]", '{"generated_at": 5}'):
        index.write_text(damaged)
        assert "no site has been built" in lantian("status", *NOW).stdout
