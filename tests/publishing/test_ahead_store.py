"""Where pages lie that were written ahead, who writes them, and that a site is the same with them and without."""

import os
from pathlib import Path

import pytest
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import order_at, published, small_content
from tests.rendering.alone import alone

from lantian.publication.write_ahead import write_ahead
from lantian.publication.written_ahead import FOLDER, MOST, WrittenAhead
from lantian.publishing.output import Output
from lantian.watching.writing_ahead import WritingAhead


def ahead_of(content: Path, output: Path) -> WrittenAhead:
    """Write what is likely to come for a small site, and return where it lies."""
    write_ahead(order_at(content, output), ())
    return WrittenAhead(Output(output))


def test_a_site_is_the_same_with_them_and_without(tmp_path: Path) -> None:
    """Published with pages that were written ahead, damaged ones or none, the live files are the same."""
    content = small_content(tmp_path)
    published(content, tmp_path / "plain")
    for name, change in (("whole", b""), ("damaged", b"x")):
        output = tmp_path / name
        ahead_of(content, output)
        sets = [path for path in (output / FOLDER).rglob("*") if path.is_file()]
        assert sum(path.stat().st_size for path in sets) > len(sets) * 1000
        for path in sets if change else ():
            path.write_bytes(path.read_bytes().replace(b"<main", change))
        published(content, output)
        assert live_tree(output) == live_tree(tmp_path / "plain")


def test_what_was_written_ahead_is_used(tmp_path: Path) -> None:
    """A text that was changed there, with its hash, is what is published: it was not rendered again."""
    content, output = small_content(tmp_path), tmp_path / "output"
    store = ahead_of(content, output)
    for path in (output / FOLDER).rglob("*"):
        texts = store.take(path.name) if path.is_file() else None
        if texts is not None:
            store.put(
                path.name, {file: text.replace(b"</main>", b"<p>ahead</p></main>") for file, text in texts.items()}
            )
    published(content, output)
    marked = [file for file, data in live_tree(output).items() if b"<p>ahead</p>" in data]
    assert len(marked) > 20
    assert all(file.startswith(("zh/sample/", "en/sample/")) for file in marked)


def test_only_so_many_sets_are_kept(tmp_path: Path) -> None:
    """The oldest go, and so does all that another program left."""
    output = Output(tmp_path)
    other = tmp_path / FOLDER / "another"
    other.mkdir(parents=True)
    store = WrittenAhead(output)
    for number in range(MOST + 2):
        store.put(f"set-{number}", {"zh/x.html": b"text"})
        os.utime(next((tmp_path / FOLDER).glob(f"*/set-{number}")), ns=(number, number))
    store.tidy()
    assert [store.has(f"set-{number}") for number in (0, 1, 2, MOST + 1)] == [False, False, True, True]
    assert not other.exists()


def waited(folder: str) -> None:
    """Publish a small site and let a child write ahead; then end another one that has hardly begun."""
    content, output = small_content(Path(folder)), Path(folder) / "output"
    done = published(content, output)
    child = WritingAhead()
    child.begin(order_at(content, output), done)
    os.waitid(os.P_ALL, 0, os.WEXITED | os.WNOWAIT)
    child.look()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
    assert any(path.is_file() for path in (output / FOLDER).rglob("*"))
    child.begin(order_at(content, output), done)
    child.end()
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, 0)


def test_a_child_writes_them_while_nothing_happens(tmp_path: Path) -> None:
    """It ends by itself or is ended, and leaves no process behind."""
    alone(waited, str(tmp_path))
