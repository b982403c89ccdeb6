"""What no kept release names is removed; what announced a message is kept for ever."""

from pathlib import Path

from tests.publishing.fake_site import live_tree, plan_of, publish

from lantian.publishing.collect import KEPT_RELEASES, collect
from lantian.publishing.output import Output
from lantian.publishing.spare import SPARE


def names(folder: Path) -> set[str]:
    """Return the names in a folder."""
    return {path.name for path in folder.iterdir()}


def test_the_last_releases_and_those_that_announced_are_kept(tmp_path: Path) -> None:
    """Of many releases the last twenty stay, and every one that was the first to know a message."""
    for version in range(KEPT_RELEASES + 8):
        publish(tmp_path, plan_of(version, messages=min(version, 3)))
    last = KEPT_RELEASES + 7
    kept = {*range(1, 4), *range(last - KEPT_RELEASES + 1, last + 1)}
    assert names(tmp_path / "releases") == {f"r{version}-0" for version in kept}
    sections = names(tmp_path / "sections")
    still = {"west-0", "east-still-0", "west-still-0"}
    assert {f"east-{version}" for version in kept} | still == {name for name in sections if "portal" not in name}
    assert {f"portal-{version}-0" for version in kept} <= sections


def test_the_live_release_and_the_one_before_are_kept_in_any_case(tmp_path: Path) -> None:
    """Even if nothing else is kept, readers and a rollback find what they need."""
    for version in range(4):
        publish(tmp_path, plan_of(version, messages=0))
    before = live_tree(tmp_path)
    assert set(collect(Output(tmp_path), kept=0)) >= {"r0-0", "r1-0", "east-0", "east-1"}
    assert names(tmp_path / "releases") == {"r2-0", "r3-0"}
    assert live_tree(tmp_path) == before


def test_leftovers_of_a_killed_publisher_go(tmp_path: Path) -> None:
    """Unfinished folders and links go with the next publication; other hidden files of the folder stay."""
    publish(tmp_path, plan_of(0))
    for name in ("sections/.new-1", "sections/.gone-2", "releases/.new-3"):
        (tmp_path / name / "zh").mkdir(parents=True)
    (tmp_path / ".current-4").symlink_to("releases/r9")
    (tmp_path / ".gitkeep").touch()
    publish(tmp_path, plan_of(1))
    left = {name for name in names(tmp_path) if not name.startswith(SPARE)}
    assert left == {"sections", "releases", "current", "journal.jsonl", "publish.lock", ".gitkeep"}
    assert not [path for path in tmp_path.rglob(".*") if path.is_dir() and not path.name.startswith(SPARE)]
