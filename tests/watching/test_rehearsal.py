"""What all children need is made ready once: nothing goes live by it, no thread is left, and a mistake is no matter."""

from pathlib import Path

from tests.cli.calls import replace_in
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import order_at, published, small_content
from tests.rendering.alone import alone

from lantian.publishing.workers import can_share
from lantian.watching.rehearsal import rehearse


def rehearsed(folder: str) -> None:
    """Publish a small site, rehearse, and publish it again."""
    content, output = small_content(Path(folder)), Path(folder) / "output"
    first = published(content, output)
    before = live_tree(output)
    rehearse(order_at(content, output))
    assert live_tree(output) == before
    assert published(content, output).release == first.release
    assert can_share()


def test_a_rehearsal_changes_nothing(tmp_path: Path) -> None:
    """The live site is as it was, the next publication has nothing to do, and the process may still fork."""
    alone(rehearsed, str(tmp_path))


def test_a_rehearsal_of_a_broken_content_ends(tmp_path: Path) -> None:
    """Whatever is wrong is told by the publication, not here."""
    content = small_content(tmp_path)
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotlin:")
    rehearse(order_at(content, tmp_path / "output"))
    assert not (tmp_path / "output" / "current").exists()
