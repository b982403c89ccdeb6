"""What a waiting process reads of the live site makes its next publication faster, and no check looser."""

import json
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, page, plan_of, publish

from lantian.publishing import seal
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.familiar import know_live
from lantian.publishing.output import Output
from lantian.publishing.seal import lead_alike, read_manifest, read_seal


def test_seals_of_what_is_live_are_known(tmp_path: Path) -> None:
    """After the steps the files of seals and manifests need not be understood again."""
    publish(tmp_path, plan_of(1))
    assert len(list(know_live(Output(tmp_path), ("east",)))) == 2
    before = seal._known.cache_info().misses  # noqa: SLF001
    for name in ("east-1", "east-still-0", "portal-1-0"):
        assert read_seal(tmp_path / "sections" / name) is not None
        assert read_manifest(tmp_path / "sections" / name) is not None
    assert seal._known.cache_info().misses - before <= 1, "of the portal's, east-1's and the part's"  # noqa: SLF001


def test_nothing_live_is_nothing_known(tmp_path: Path) -> None:
    """Without a release, and of sections that are not there, nothing is read."""
    assert list(know_live(Output(tmp_path), ("east",))) == [None, None]


def test_a_seal_that_changed_is_read_again(tmp_path: Path) -> None:
    """What is remembered of a file holds for that very file."""
    publish(tmp_path, plan_of(1))
    section = tmp_path / "sections" / "east-1"
    known = read_manifest(section)
    file = section / "manifest.json"
    told = json.loads(file.read_bytes())
    file.chmod(0o644)
    file.write_text(json.dumps({name: told[name] for name in list(told)[1:]}), "utf-8")
    assert known is not None
    assert len(read_manifest(section) or ()) == len(known) - 1
    file.write_text("{", "utf-8")
    assert read_manifest(section) is None


def test_checks_are_the_same_when_what_is_live_is_known(tmp_path: Path) -> None:
    """A dead link that was right on another page, in another folder, is found."""
    line = page("a", "../more/")
    right = tuple((f"{language}/east/{name}/index.html", line) for language in ("zh", "en") for name in ("a", "more"))
    publish(tmp_path, plan_of(1, FakePlace("east", 1, right), FakePlace("west", 0)))
    list(know_live(Output(tmp_path), ("east", "west")))
    wrong = tuple((f"{language}/west/a/index.html", line) for language in ("zh", "en"))
    with pytest.raises(PublishingFailedError, match="dead_link"):
        publish(tmp_path, plan_of(2, FakePlace("east", 1, right), FakePlace("west", 1, wrong)))


def test_sections_that_lead_elsewhere_are_told_apart(tmp_path: Path) -> None:
    """Equal ways out are seen in the seals; a section without a seal is like none."""
    other = tuple((f"{language}/east/a/index.html", page("a", "../../west/")) for language in ("zh", "en"))
    publish(tmp_path, plan_of(1))
    publish(tmp_path, plan_of(2))
    publish(tmp_path, plan_of(3, FakePlace("east", 3, other), FakePlace("west", 0)))
    one, two, three = (tmp_path / "sections" / f"east-{version}" for version in (1, 2, 3))
    assert lead_alike(one, two)
    assert not lead_alike(two, three)
    assert not lead_alike(one, tmp_path / "sections" / "east-4")
    assert not lead_alike(tmp_path, tmp_path)
