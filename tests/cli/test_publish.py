"""`publish`, `rollback`, `warn --publish` and `status` as an operator meets them: sentences and exit codes."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from tests.cli.calls import ROOT, Call
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import small_content

from lantian.cli.catalog import catalog
from lantian.cli.main import main

NOON = ("--as-of", "2026-01-07T12:00", "--read-back", "none")
EVENING = ("--as-of", "2026-01-07T18:00", "--read-back", "none")


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of the small city."""
    return small_content(tmp_path)


@pytest.fixture
def lantian(content: Path, output: Path) -> Call:
    """Return the command line over the small city, in English."""

    def call(*words: str) -> Result:
        options = ("--content", str(content), "--output", str(output), "--lang", "en")
        return CliRunner().invoke(main, [*options, *words], catch_exceptions=False)

    return call


def test_publish_and_roll_back(lantian: Call, output: Path) -> None:
    """A release goes live, the next one replaces it, and rollback brings back the one before or the one named."""
    first = lantian("publish", *NOON)
    assert (first.exit_code, "built: sample-still, sample, portal (of 3 sections)" in first.stdout) == (0, True)
    before = live_tree(output)
    assert "nothing changed" in lantian("publish", *NOON).stdout
    assert lantian("publish", *EVENING).exit_code == 0
    assert live_tree(output) != before
    back = lantian("rollback", "--read-back", "none")
    assert (back.exit_code, live_tree(output)) == (0, before)
    named = json.loads(before["release.json"])["release"]
    assert f"release {named} is live" in back.stdout
    later = re.findall(r"before: (\S+)\)", back.stdout)[0]
    assert lantian("rollback", later, "--read-back", "none").exit_code == 0
    assert json.loads(live_tree(output)["release.json"])["release"] == later


def test_a_release_that_is_not_there_is_wrong_use(lantian: Call) -> None:
    """Rolling back to nothing, or to an unknown name, ends with 2 and says which releases there are."""
    assert lantian("rollback", "--read-back", "none").exit_code == 2
    lantian("publish", *NOON)
    assert lantian("rollback", "--read-back", "none").exit_code == 2
    done = lantian("rollback", "nothing", "--read-back", "none")
    assert (done.exit_code, "there are: 20260107T1200-" in done.stderr) == (2, True)


def test_status_names_the_live_release(lantian: Call, output: Path) -> None:
    """For people in a sentence, for programs with what it says of each place."""
    lantian("publish", *NOON)
    release = json.loads((output / "current" / "release.json").read_bytes())
    assert f"live: release {release['release']}, as of 2026-01-07T12:00:00+08:00" in lantian("status", *NOON[:2]).stdout
    told = json.loads(lantian("status", "--json", *NOON[:2]).stdout)["release"]
    assert (told["release"], told["places"][0]["level"]) == (release["release"], "orange")


def test_a_dry_run_leaves_nothing_live(lantian: Call, output: Path) -> None:
    """Everything is checked, nothing is switched."""
    done = lantian("publish", "--dry-run", *NOON)
    assert (done.exit_code, "nothing was switched" in done.stdout) == (0, True)
    assert not (output / "current").exists()


def test_warn_can_publish_at_once(lantian: Call, output: Path, content: Path) -> None:
    """The message is written and goes live with one command."""
    (content / "bulletins" / "sample" / "2026-01-08-01.yaml").unlink()
    site = (content / "site.yaml").read_text("utf-8")
    (content / "site.yaml").write_text(re.sub(r"(?m)^address:.*$", "address: null", site), "utf-8")
    done = lantian("warn", "sample", "lift", "--at", "2026-01-07T12:30", "--as-of", "2026-01-07T12:30", "--publish")
    assert done.exit_code == 0, done.output
    assert "live: release 20260107T1230-" in done.stdout
    assert json.loads(live_tree(output)["data/sample/status.json"])["level"] is None


def test_exit_codes(lantian: Call, content: Path) -> None:
    """3 and one sentence when publishing failed, 1 for problems in the content, 2 for an address that is none."""
    inside = ["--content", str(content), "--output", str(content / "inside"), "publish", *NOON]
    assert CliRunner().invoke(main, inside, catch_exceptions=False).exit_code == 2
    assert not (content / "inside").exists()
    missing = content / "pages" / "en" / "about.md"
    missing.write_text(missing.read_text("utf-8") + "\n[nowhere](nowhere/)\n", "utf-8")
    failed = lantian("publish", *NOON)
    assert failed.exit_code == 3
    assert "not published, the earlier site is still live: a link in en/about/index.html leads nowhere" in failed.stderr
    assert lantian("publish", "--read-back", "ftp://x").exit_code == 2
    missing.unlink()
    assert lantian("publish", *NOON).exit_code == 1


def test_every_failure_has_a_sentence_and_every_sentence_a_failure() -> None:
    """Each key that the code raises stands in the catalog with the same fields, and the other way round."""
    code = "".join(
        source.read_text("utf-8")
        for package in ("publishing", "publication")
        for source in sorted((ROOT / "generator" / "lantian" / package).glob("*.py"))
    )
    raised = dict(re.findall(r'PublishingFailedError\(\s*"(\w+)"(.*)', code))
    patterns = catalog().patterns["publish_failed"]
    assert set(raised) == set(patterns)
    for key, said in raised.items():
        fields = {"pid", "host", "since"} if "**" in said else set(re.findall(r"(\w+)=", said))
        for text in (patterns[key].zh, patterns[key].en):
            assert set(re.findall(r"\{(\w+)\}", text)) <= fields, key


def test_what_was_published_changes_for_a_reason_only(lantian: Call, content: Path) -> None:
    """An edited message is refused with a sentence that says how; an empty reason is none, a real one is kept."""
    lantian("publish", *NOON)
    message = content / "bulletins" / "sample" / "2026-01-06-01.yaml"
    message.write_text(message.read_text("utf-8").replace("Mayor", "The mayor"), "utf-8")
    done = lantian("publish", *NOON)
    assert (done.exit_code, "not what was published: 2026-01-06-01" in done.stderr) == (3, True)
    assert lantian("publish", *NOON, "--allow-removal", " ").exit_code == 2
    assert lantian("publish", *NOON, "--allow-removal", "wrong city").exit_code == 0


def test_status_tells_what_was_brought_back(lantian: Call) -> None:
    """After a rollback the status says that watch leaves it so, after a publication no more."""
    lantian("publish", *NOON)
    lantian("publish", *EVENING)
    assert "brought back" not in lantian("status").stdout
    lantian("rollback", "--read-back", "none")
    assert "was brought back by rollback" in lantian("status").stdout
    lantian("publish", *EVENING)
    assert "brought back" not in lantian("status").stdout
