"""The links of a release are laid out beforehand; the next one changes those that differ, and is what it would be."""

import os
from pathlib import Path

import pytest
from tests.publishing.fake_site import FakePlace, live_tree, plan_of, publish

from lantian.publishing.collect import collect
from lantian.publishing.output import Output
from lantian.publishing.release import links_of
from lantian.publishing.spare import LINKS_FILE, SPARE, laid_out, lay_out_spare

PLACES = 12
"""So many that a change moves fewer links than it leaves alone."""


def spares(root: Path) -> list[Path]:
    """Return the spares of an output."""
    return [path for path in root.iterdir() if path.name.startswith(SPARE)]


def many(version: int) -> list[FakePlace]:
    """Return places of which the first changes with the version."""
    return [FakePlace("east", version), *(FakePlace(f"p{number}", 0) for number in range(PLACES))]


def inodes(folder: Path) -> dict[str, int]:
    """Return the links below a folder, each with what tells it from another of the same name."""
    return {path.relative_to(folder).as_posix(): path.lstat().st_ino for path in folder.rglob("*") if path.is_symlink()}


def test_a_change_takes_the_spare(tmp_path: Path) -> None:
    """The links that stay are those of the spare; the release is the one that is made without it."""
    for root in (tmp_path / "with", tmp_path / "without"):
        publish(root, plan_of(1, *many(1)))
    (spare,) = spares(tmp_path / "with")
    before = inodes(spare)
    lost = spares(tmp_path / "without")[0]
    lost.rename(tmp_path / "lost")
    for root in (tmp_path / "with", tmp_path / "without"):
        publish(root, plan_of(2, *many(2)))
    now = (tmp_path / "with" / "current").resolve()
    after = inodes(now)
    assert {name for name in after if after[name] == before.get(name)} >= {f"zh/p{number}" for number in range(PLACES)}
    assert {"zh/east", "en/east", "data/east"} <= {name for name in after if after[name] != before.get(name)}
    assert links_of(now) == links_of((tmp_path / "without" / "current").resolve())
    assert not (now / LINKS_FILE).exists()
    assert live_tree(tmp_path / "with") == live_tree(tmp_path / "without")


def test_the_spare_is_that_of_the_live_release(tmp_path: Path) -> None:
    """After each publication there is one spare, with the links of what is live."""
    for version in (1, 2):
        publish(tmp_path, plan_of(version, *many(version)))
        (spare,) = spares(tmp_path)
        assert spare.name.endswith((tmp_path / "current").readlink().name)
        assert links_of(spare) == links_of((tmp_path / "current").resolve())


def test_a_spare_of_another_start_of_the_machine_is_not_used(tmp_path: Path) -> None:
    """What a crash may have left half on the disk goes, and the release is made whole."""
    publish(tmp_path, plan_of(1, *many(1)))
    (spare,) = spares(tmp_path)
    (spare / "zh" / "p0").unlink()
    stale = spare.with_name(f"{SPARE}other-start-{(tmp_path / 'current').readlink().name}")
    spare.rename(stale)
    publish(tmp_path, plan_of(2, *many(2)))
    assert "zh/p0/index.html" in live_tree(tmp_path)
    assert stale not in spares(tmp_path)


def test_a_spare_that_can_not_be_read_is_not_used(tmp_path: Path) -> None:
    """Without its list nobody knows what a spare holds; the release is made whole."""
    publish(tmp_path, plan_of(1, *many(1)))
    (spare,) = spares(tmp_path)
    (spare / LINKS_FILE).write_text("{", "utf-8")
    publish(tmp_path, plan_of(2, *many(2)))
    assert len(live_tree(tmp_path)) > PLACES


def test_a_spare_that_lacks_a_link_is_not_used(tmp_path: Path) -> None:
    """Somebody removed a link from the spare: the release is made whole."""
    publish(tmp_path, plan_of(1, *many(1)))
    (spare,) = spares(tmp_path)
    (spare / "zh" / "p0").unlink()
    publish(tmp_path, plan_of(2, *many(2)))
    assert "zh/p0/index.html" in live_tree(tmp_path)


def test_a_link_that_can_not_be_laid_leaves_nothing(tmp_path: Path) -> None:
    """If a link can not be laid, no half release is left."""
    output = Output(tmp_path)
    publish(tmp_path, plan_of(1, *many(1)))
    links = links_of((tmp_path / "current").resolve())
    with pytest.raises(OSError, match="zh/"):
        laid_out(output, {**links, f"zh/{'x' * 300}": "east-1"})
    assert not [path.name for path in output.releases.iterdir() if path.name.startswith(".new-")]


@pytest.mark.parametrize("more", [0, 1], ids=["a place goes", "a place comes"])
def test_other_places_need_other_links(tmp_path: Path, more: int) -> None:
    """A release with a place more or less is made anew, and shows the places that it has."""
    first, second = many(1)[: len(many(1)) - more], many(2)[: len(many(1)) - 1 + more]
    publish(tmp_path, plan_of(1, *first))
    publish(tmp_path, plan_of(2, *second, messages=2))
    shown = {name.split("/")[1] for name in live_tree(tmp_path) if name.startswith("data/") and name.count("/") > 1}
    assert shown == {place.name for place in second}


def test_removing_links_is_left_for_later(tmp_path: Path) -> None:
    """The links that were changed lie aside, where the next collection finds them."""
    output = Output(tmp_path)
    publish(tmp_path, plan_of(1, *many(1)))
    links = links_of((tmp_path / "current").resolve())
    folder = laid_out(output, {**links, "zh/east": "east-9"})
    assert os.readlink(folder / "zh" / "east") == "../../../sections/east-9/zh/east"  # noqa: PTH115 - where it leads
    assert [path.name[:6] for path in output.releases.iterdir() if path.name.startswith(".")] != []
    collect(output)
    assert not [path for path in output.releases.iterdir() if path.name.startswith(".")]


def test_a_spare_is_laid_out_once(tmp_path: Path) -> None:
    """While the same release is live its spare stays as it is."""
    publish(tmp_path, plan_of(1, *many(1)))
    before = inodes(spares(tmp_path)[0])
    lay_out_spare(Output(tmp_path), links_of((tmp_path / "current").resolve()))
    assert inodes(spares(tmp_path)[0]) == before
