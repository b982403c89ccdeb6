"""Where something goes, the sections that led there are looked at, and no other has to be."""

import json
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, page, plan_of, publish

from lantian.publishing.failure import PublishingFailedError


def both(name: str, text: str) -> tuple[tuple[str, str], ...]:
    """Return a file in both languages."""
    return tuple((f"{language}/{name}", text) for language in ("zh", "en"))


LEADS = both("west/a/index.html", page("a", "../../east/more/"))
MORE = both("east/more/index.html", page("more"))


def places(version: int, more: tuple[tuple[str, str], ...] = MORE, content: str = "content") -> list[FakePlace]:
    """Return a place that changes, one that leads into it, and one that leads nowhere."""
    return [FakePlace("east", version, more, content=content), FakePlace("west", 0, LEADS), FakePlace("south", 0)]


def leads(root: Path) -> dict[str, list[str]]:
    """Return what the live release tells of sections."""
    told: dict[str, list[str]] = json.loads((root / "current" / "release.json").read_bytes())["leads"]["sections"]
    return told


def test_a_release_tells_which_sections_lead_into_others(tmp_path: Path) -> None:
    """Told once for each section, and kept while it is the same; ways to the portal and inside do not count."""
    publish(tmp_path, plan_of(1, *places(1)))
    assert leads(tmp_path) == {"west": ["east"]}
    publish(tmp_path, plan_of(2, *places(2)))
    assert leads(tmp_path) == {"west": ["east"]}
    publish(
        tmp_path, plan_of(3, FakePlace("east", 3, MORE), FakePlace("west", 1, content="other"), FakePlace("south", 0))
    )
    assert leads(tmp_path) == {}
    told = json.loads((tmp_path / "current" / "release.json").read_bytes())["leads"]["portal"]
    assert ["zh/index.html", ""] in told


def test_who_leads_to_what_is_gone_is_found(tmp_path: Path) -> None:
    """A page goes; the section that led there and is as it was is refused."""
    publish(tmp_path, plan_of(1, *places(1)))
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2, *places(2, (), "other")))
    assert (failed.value.key, failed.value.fields["page"]) == ("dead_link", "west")


def test_who_leads_nowhere_is_not_read(tmp_path: Path) -> None:
    """Where an anchor goes that nobody leads to, seals of other places may be what they like."""
    more = both("east/more/index.html", page("more").replace('id="top"', 'id="top" class="a"'))
    anchors = both("east/more/index.html", page("more").replace("</body>", '<p id="last">b</p></body>'))
    publish(tmp_path, plan_of(1, *places(1, anchors)))
    seal = tmp_path / "sections" / "south-0" / "seal.json"
    seal.chmod(0o644)
    seal.write_text("{", "utf-8")
    assert publish(tmp_path, plan_of(2, *places(2, more))).built == ("east", "portal")


def test_a_release_that_does_not_tell_has_every_section_looked_at(tmp_path: Path) -> None:
    """After a release of an earlier program nothing is taken for granted."""
    publish(tmp_path, plan_of(1, *places(1)))
    file = (tmp_path / "current").resolve() / "release.json"
    told = json.loads(file.read_bytes())
    del told["leads"]
    file.write_text(json.dumps(told), "utf-8")
    with pytest.raises(PublishingFailedError, match="dead_link"):
        publish(tmp_path, plan_of(2, *places(2, (), "other")))
    publish(tmp_path, plan_of(2, *places(2)))
    assert leads(tmp_path) == {"west": ["east"]}
