"""Only what changed is built; what is sealed is linked, never touched, and comes back under the same name."""

import json
import os
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from tests.publishing.fake_site import BEGIN, FakePlace, live_tree, order, plan_of, publish, with_places

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import read_lines, went_live
from lantian.publishing.output import Output
from lantian.publishing.release import KEPT_ASSETS


def everything(root: Path) -> dict[str, tuple[int, int]]:
    """Return every file and link of an output with what tells it from another of the same name; but not the spare."""
    found = {}
    for above, folders, files in os.walk(root):
        folders[:] = [name for name in folders if not name.startswith(".spare-")]
        for name in files:
            facts = os.lstat(Path(above) / name)
            found[f"{above}/{name}"] = (facts.st_ino, facts.st_mtime_ns)
    return found


def test_a_release_is_links_and_one_file(tmp_path: Path) -> None:
    """A release holds relative links to sections, and `release.json` that names them."""
    publish(tmp_path, plan_of(1))
    release = tmp_path / "releases" / "r1-0"
    files = [Path(above) / name for above, folders, files in os.walk(release) for name in (*files, *folders)]
    own = [path for path in files if not path.is_symlink() and path.is_file()]
    links = [path for path in files if path.is_symlink()]
    assert own == [release / "release.json"]
    assert len(links) > 8
    assert all(link.readlink().parts[0] == ".." and link.exists() for link in links)
    assert json.loads(own[0].read_text("utf-8"))["sections"] == {
        "east": "east-1",
        "east-still": "east-still-0",
        "west": "west-0",
        "west-still": "west-still-0",
        "portal": "portal-1-0",
    }
    assert (tmp_path / "current").readlink() == Path("releases/r1-0")


def test_only_what_changed_is_written(tmp_path: Path) -> None:
    """A change of one place writes that place, the portal, the links, the lock and the journal; nothing else."""
    publish(tmp_path, plan_of(1))
    before = everything(tmp_path)
    done = publish(tmp_path, plan_of(2))
    assert done.built == ("east", "portal")
    after = everything(tmp_path)
    changed = {path.removeprefix(f"{tmp_path}/") for path in after if before.get(path) != after[path]}
    assert changed
    allowed = ("sections/east-2/", "sections/portal-2-0/", "releases/r2-0/", "current", "journal.jsonl", "publish.lock")
    assert not [path for path in changed if not path.startswith(allowed)]
    assert not before.keys() - after.keys()


def test_nothing_changes_when_nothing_changed(tmp_path: Path) -> None:
    """The same release again: no file is written but the lock's, and no line of the journal."""
    publish(tmp_path, plan_of(1))
    before = everything(tmp_path)
    done = publish(tmp_path, plan_of(1))
    assert (done.before, done.built) == ("r1-0", ())
    after = everything(tmp_path)
    assert {path for path in after if before.get(path) != after[path]} <= {f"{tmp_path}/publish.lock"}


def test_a_sealed_section_can_not_be_written(tmp_path: Path) -> None:
    """Every file of a section is read-only, and its manifest names each with its hash and size."""
    publish(tmp_path, plan_of(1))
    section = tmp_path / "sections" / "east-1"
    files = [path for path in section.rglob("*") if path.is_file() and not path.is_symlink()]
    assert files
    assert not [path for path in section.rglob("*") if path.is_file() and path.stat().st_mode & 0o222]
    manifest = json.loads((section / "manifest.json").read_text("utf-8"))
    assert {section / name for name in manifest} | {section / "seal.json", section / "manifest.json"} == set(files)
    assert manifest["zh/east/index.html"][1] == (section / "zh/east/index.html").stat().st_size


def test_a_dry_run_switches_nothing(tmp_path: Path) -> None:
    """Everything is built and checked, and the output is as it was."""
    publish(tmp_path, plan_of(1))
    before = everything(tmp_path)
    done = publish(tmp_path, plan_of(2), order(tmp_path, dry_run=True))
    assert done.built == ("east", "portal")
    after = everything(tmp_path)
    assert {path for path in after if before.get(path) != after[path]} <= {f"{tmp_path}/publish.lock"}
    assert before.keys() == after.keys()


def test_a_section_that_went_lost_is_built_again(tmp_path: Path) -> None:
    """If somebody removes a section of the live release, the next publication heals it under the same name."""
    publish(tmp_path, plan_of(1))
    before = live_tree(tmp_path)
    shutil.rmtree(tmp_path / "sections" / "east-1")
    assert publish(tmp_path, plan_of(1)).built == ("east",)
    assert live_tree(tmp_path) == before


def test_a_damaged_section_is_not_linked(tmp_path: Path) -> None:
    """A section without a seal of its own name is refused with a sentence, and nothing is switched."""
    publish(tmp_path, plan_of(1))
    (tmp_path / "sections" / "east-2").mkdir()
    with pytest.raises(PublishingFailedError, match="damaged"):
        publish(tmp_path, plan_of(2))
    assert Output(tmp_path).live() == "r1-0"


def test_theme_files_of_earlier_releases_stay(tmp_path: Path) -> None:
    """A page that is still open finds its script; only the last dozen of other names is kept."""
    for version in range(1, KEPT_ASSETS + 4):
        publish(tmp_path, plan_of(version, FakePlace("east", version), FakePlace("west", 0)))
    last = KEPT_ASSETS + 3
    scripts = {name for name in live_tree(tmp_path) if name.endswith(".js")}
    assert scripts == {f"static/{version}.js" for version in range(last - KEPT_ASSETS, last + 1)}


def test_an_older_log_loses(tmp_path: Path) -> None:
    """A publication that does not know a message of the live release is refused; one of a place that went is fine."""
    publish(tmp_path, plan_of(2))
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(3, messages=1))
    assert (failed.value.key, failed.value.fields["messages"]) == ("older_log", "m1")
    lost = publish(tmp_path, plan_of(3, FakePlace("west", 3))).lost
    assert lost[:2] == ("data/east/plan.json", "data/east/status.json")


def test_a_clock_set_back_loses(tmp_path: Path) -> None:
    """What speaks for an earlier moment than the live release is refused, unless the moment was given by hand."""
    publish(tmp_path, plan_of(2))
    with pytest.raises(PublishingFailedError, match="clock"):
        publish(tmp_path, plan_of(1, messages=2))
    by_hand = replace(order(tmp_path), as_of=BEGIN)
    assert publish(tmp_path, plan_of(1, messages=2), by_hand).release == "r1-0"


def test_demo_and_official_are_not_compared(tmp_path: Path) -> None:
    """What was drilled in a demo need not be known when the site becomes official."""
    publish(tmp_path, with_places(plan_of(2), mode="demo"))
    assert publish(tmp_path, plan_of(1, messages=0)).release == "r1-0"


def test_a_lost_page_is_refused(tmp_path: Path) -> None:
    """A page that is live and not built again stops the publication, unless the content of its section changed."""
    extra = tuple((f"{language}/east/more/index.html", "<p>more</p>") for language in ("zh", "en"))
    publish(tmp_path, plan_of(1, FakePlace("east", 1, extra), FakePlace("west", 0)))
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2))
    assert (failed.value.key, failed.value.fields["page"]) == ("lost_page", "en/east/more/index.html")
    done = publish(tmp_path, plan_of(2, FakePlace("east", 2, content="other"), FakePlace("west", 0)))
    assert done.lost == ("en/east/more/index.html", "zh/east/more/index.html")


def test_the_journal_tells_what_happened(tmp_path: Path) -> None:
    """Each publication and each failure has a line; a switch that nobody wrote down is written by the next one."""
    publish(tmp_path, plan_of(1))
    with pytest.raises(PublishingFailedError):
        publish(tmp_path, plan_of(2, messages=0))
    (tmp_path / "journal.jsonl").write_text('{"outcome": "li', "utf-8")
    publish(tmp_path, plan_of(2))
    lines = read_lines(tmp_path / "journal.jsonl")
    assert [(line["command"], line["release"]) for line in lines] == [("recovered", "r1-0"), ("publish", "r2-0")]
    assert lines[-1]["announced"] == ["east/m1"]
    assert {"render", "verify", "seal", "switch", "read_back"} <= lines[-1]["seconds"].keys()
    assert went_live(tmp_path / "journal.jsonl") == ("r1-0", "r2-0")
