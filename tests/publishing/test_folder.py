"""A plain folder is replaced whole or not at all, and nothing foreign is ever replaced."""

from pathlib import Path

import pytest

from lantian.publishing.folder import SITE_MARK, ForeignFolderError, replaced_folder

INDEX = b'{"generated_at": "2026-11-21T12:00:00+08:00", "places": [], "schema_version": "1"}'


def put_site(folder: Path, words: str) -> None:
    """Write the smallest thing that counts as a site of ours."""
    (folder / SITE_MARK).parent.mkdir(parents=True)
    (folder / SITE_MARK).write_bytes(INDEX)
    (folder / "index.html").write_text(words)


def test_a_new_folder_is_put_in_its_place(tmp_path: Path) -> None:
    """What the block wrote lies in the target afterwards, and nothing else lies beside it."""
    target = tmp_path / "deep" / "site"
    with replaced_folder(target) as stage:
        put_site(stage, "new")
        assert not target.exists()
    assert (target / "index.html").read_text() == "new"
    assert list(target.parent.iterdir()) == [target]


def test_an_earlier_site_is_replaced_whole(tmp_path: Path) -> None:
    """No file of the earlier site stays."""
    target = tmp_path / "site"
    put_site(target, "old")
    (target / "gone.html").touch()
    with replaced_folder(target) as stage:
        put_site(stage, "new")
    assert (target / "index.html").read_text() == "new"
    assert not (target / "gone.html").exists()
    assert list(tmp_path.iterdir()) == [target]


def stopped_by(error: type[BaseException], target: Path) -> None:
    """Be stopped after the new site was written."""
    with replaced_folder(target) as stage:
        put_site(stage, "new")
        raise error


def overtaken_at(target: Path) -> None:
    """Write a new site while somebody else fills the target."""
    with replaced_folder(target) as stage:
        put_site(stage, "new")
        target.mkdir()
        (target / "mine.txt").write_text("mine")


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt])
def test_what_fails_leaves_the_earlier_site(tmp_path: Path, error: type[BaseException]) -> None:
    """Whatever stops the block, the target is as it was and the unfinished work is gone."""
    target = tmp_path / "site"
    put_site(target, "old")
    with pytest.raises(error):
        stopped_by(error, target)
    assert (target / "index.html").read_text() == "old"
    assert list(tmp_path.iterdir()) == [target]


def test_a_switch_that_fails_puts_the_earlier_site_back(tmp_path: Path) -> None:
    """If the new folder can not be moved, the earlier one returns to its place."""
    target = tmp_path / "site"
    put_site(target, "old")
    with pytest.raises(FileNotFoundError), replaced_folder(target) as stage:
        stage.rmdir()
    assert (target / "index.html").read_text() == "old"


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    """An empty folder holds nothing that could be lost."""
    with replaced_folder(tmp_path) as stage:
        put_site(stage, "new")
    assert (tmp_path / "index.html").read_text() == "new"


@pytest.mark.parametrize("content", [b"{}", b"[1, 2]", b"not json"])
def test_a_foreign_folder_is_refused(tmp_path: Path, content: bytes) -> None:
    """A folder that is no site of ours is refused, even if it has an index of its own, and keeps its bytes."""
    target = tmp_path / "site"
    (target / "data").mkdir(parents=True)
    (target / SITE_MARK).write_bytes(content)
    with pytest.raises(ForeignFolderError), replaced_folder(target):
        pytest.fail("the block ran")
    assert (target / SITE_MARK).read_bytes() == content


def test_a_file_or_a_link_is_refused(tmp_path: Path) -> None:
    """Neither a file nor a link to a site is replaced."""
    file, link = tmp_path / "file", tmp_path / "link"
    file.touch()
    put_site(tmp_path / "site", "old")
    link.symlink_to(tmp_path / "site")
    for target in (file, link):
        with pytest.raises(ForeignFolderError), replaced_folder(target):
            pytest.fail("the block ran")
    assert link.is_symlink()


def test_a_folder_filled_meanwhile_is_refused(tmp_path: Path) -> None:
    """What somebody else put into the target while the block ran is not replaced either."""
    target = tmp_path / "site"
    with pytest.raises(ForeignFolderError):
        overtaken_at(target)
    assert (target / "mine.txt").read_text() == "mine"
