"""The way from content to a site, told once."""

from datetime import datetime
from pathlib import Path

import pytest
from tests.cli.calls import ROOT, tree

from lantian.build import THEME, build
from lantian.problems import ThemeFault
from lantian.publishing.folder import SITE_MARK

AS_OF = datetime.fromisoformat("2026-11-22T12:05:00+08:00")


def test_stages_are_told_in_order(tmp_path: Path) -> None:
    """A build says that it reads, plans, renders and puts the site in its place, in this order."""
    told: list[str] = []
    build(ROOT / "content", tmp_path / "site", AS_OF, told.append)
    assert told == ["read", "plan", "render", "place"]


def test_a_broken_theme_leaves_the_earlier_site(tmp_path: Path) -> None:
    """A template that can not be read stops the build, and the earlier site keeps every byte."""
    site = tmp_path / "site"
    broken = tmp_path / "broken"
    (broken / "templates" / "pages").mkdir(parents=True)
    (broken / "static").symlink_to(THEME / "static")
    (broken / "translations").symlink_to(THEME / "translations")
    (broken / "templates" / "pages" / "portal.html").write_text("{% if %}")
    (site / SITE_MARK).parent.mkdir(parents=True)
    (site / SITE_MARK).write_text('{"generated_at": "", "places": [], "schema_version": "1"}')
    before = tree(site)
    with pytest.raises(ThemeFault) as raised:
        build(ROOT / "content", site, AS_OF, lambda _: None, broken)
    assert (raised.value.file, raised.value.line) == ("broken/templates/pages/portal.html", 1)
    assert tree(site) == before
