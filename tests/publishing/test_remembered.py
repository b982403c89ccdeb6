"""Whoever got ready before a change publishes what somebody publishes who reads everything then."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.calls import replace_in
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import NOON, order_at, published, small_content

from lantian.build import THEME
from lantian.problems import ProblemsFound
from lantian.publication.inputs import folder_digest, folder_look
from lantian.publication.publish import publish
from lantian.publication.remembered import Remembered
from lantian.reading.looks import NANOSECONDS
from lantian.watching.readiness import get_ready

LATER = NOON + timedelta(hours=1)
Change = Callable[[Path], None]


def nothing(content: Path) -> None:
    """Leave everything as it is."""


def message(content: Path) -> None:
    """Reword a message that nobody has published yet."""
    replace_in(content / "bulletins" / "sample" / "2026-01-08-01.yaml", "Sample City", "Another City")


def plan(content: Path) -> None:
    """Reword a plan."""
    file = next((content / "plans").glob("*/plan.yaml"))
    file.write_text(f"{file.read_text('utf-8')}\n# another plan\n", "utf-8")


def word(content: Path) -> None:
    """Rename a group of people."""
    replace_in(content / "vocabulary" / "audiences.yaml", "en: ", "en: Our ")


def prose(content: Path) -> None:
    """Add to a running text."""
    file = content / "pages" / "en" / "about.md"
    file.write_text(file.read_text("utf-8") + "\nAdded at night.\n", "utf-8")


@pytest.mark.parametrize("change", [nothing, message, plan, word, prose])
@pytest.mark.parametrize("called", [0, 1, 99])
def test_what_changed_since_is_read_again(change: Change, called: int, tmp_path: Path) -> None:
    """However far it got before the order came, and whatever changed: the same release, byte by byte."""
    content, output = small_content(tmp_path), tmp_path / "output"
    published(content, output)
    steps = iter(range(called))
    remembered = get_ready(order_at(content, output), ("sample",), lambda: next(steps, None) is None)
    assert bool(remembered.taken) is (called > 0)
    assert any("/place-" in file for file in remembered.taken) is (called > 2)
    change(content)
    shutil.copytree(output, tmp_path / "other", symlinks=True)
    done = publish(order_at(content, output, LATER), lambda _: None, remembered)
    fresh = published(content, tmp_path / "other", LATER)
    assert replace(done, seconds={}) == replace(fresh, seconds={})
    assert live_tree(output) == live_tree(tmp_path / "other")


def test_a_mistake_is_found_by_who_got_ready_before_it(tmp_path: Path) -> None:
    """Nothing of what was read hides what is wrong now."""
    content, output = small_content(tmp_path), tmp_path / "output"
    published(content, output)
    remembered = get_ready(order_at(content, output), ("sample",), lambda: False)
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotlin:")
    with pytest.raises(ProblemsFound):
        publish(order_at(content, output), lambda _: None, remembered)


def test_getting_ready_for_a_broken_content_is_no_matter(tmp_path: Path) -> None:
    """Whatever is wrong is told by the publication, and nothing is written."""
    content = small_content(tmp_path)
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotlin:")
    assert not get_ready(order_at(content, tmp_path / "output"), (), lambda: False).taken


def test_a_theme_is_remembered_while_it_looks_the_same(tmp_path: Path) -> None:
    """Not when it was touched within the last second, and not after a change of one byte of the same length."""
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    remembered, changed = Remembered(), max(one[-1] for one in folder_look(theme))
    remembered.learn_theme(theme, changed + NANOSECONDS)
    assert not remembered.themes
    remembered.learn_theme(theme, changed + NANOSECONDS + 1)
    look = folder_look(theme)
    assert remembered.themes == {look: folder_digest(theme)}
    remembered.themes[look] = "remembered"
    assert remembered.theme_hash(theme, look) == "remembered"
    style = next(theme.glob("static/css/*.css"))
    style.write_bytes(style.read_bytes().swapcase())
    assert remembered.theme_hash(theme, folder_look(theme)) == folder_digest(theme)
