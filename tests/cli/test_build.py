"""`lantian build` puts the whole site into a folder, or leaves the folder as it was."""

import os
import pty
import re
import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

import pytest
from tests.cli.calls import COMMAND, ROOT, Call, replace_in, run, tree
from tests.publishing.small_site import small_content

from lantian.cli import build as build_command

AS_OF = ("--as-of", "2026-11-22T12:05")
BROKEN = (
    ("places/yangquan.yaml", 'code: "140300"', 'code: "14"'),
    ("plans/yangquan/plan.yaml", "valid_from:", "valid_form:"),
    ("plans/yangquan/measures.yaml", "duty: advised", "duty: wished"),
    ("plans/yangquan/vehicles.yaml", "effect: ban", "effect: bun"),
    ("plans/yangquan/industry.yaml", "sectors:", "sectors: {"),
    ("vocabulary/audiences.yaml", "id: children", "id: kids"),
    ("site.yaml", "mode: demo", "mode: official"),
)


@pytest.mark.parametrize(("name", "old", "new"), BROKEN, ids=[name for name, _, _ in BROKEN])
def test_broken_content_leaves_the_earlier_site(
    lantian: Call, content: Path, output: Path, name: str, old: str, new: str
) -> None:
    """Whatever is wrong, the exit code is 1, file and line are named, and the earlier output keeps every byte."""
    index = output / "site" / "data" / "index.json"
    index.parent.mkdir(parents=True)
    index.write_text('{"generated_at": "", "places": [], "schema_version": "1"}')
    (output / "site" / "index.html").write_text("earlier")
    before = tree(output)
    replace_in(content / name, old, new)
    done = lantian("build", *AS_OF)
    assert done.exit_code == 1
    assert re.search(r"^content/[\w/.-]+:\d+:\d+: ", done.stderr, re.MULTILINE)
    assert tree(output) == before


def test_the_site_and_the_last_line(lantian: Call, output: Path) -> None:
    """The site lies in the output folder, the stages are told aside, and the last line counts what was built."""
    done = lantian("build", *AS_OF)
    assert done.exit_code == 0, done.output
    files = tree(output / "site")
    pages = [name for name in files if name.endswith(".html")]
    assert {"index.html", "404.html", "zh/index.html", "en/index.html", "data/index.json"} <= set(files)
    assert f"built {len(pages)} pages, {len(files)} files in " in done.stdout
    assert len(done.stderr.splitlines()) == 4
    assert list(output.iterdir()) == [output / "site"]


def test_a_time_without_an_offset_is_beijing_time(small: Call, tmp_path: Path) -> None:
    """The same moment written in two ways gives the same bytes, in exactly the folder that was named."""
    sites = (tmp_path / "local", tmp_path / "utc")
    for site, moment in zip(sites, ("2026-11-22T12:05", "2026-11-22T04:05Z"), strict=True):
        done = small("build", "--into", str(site), "--as-of", moment)
        assert done.exit_code == 0, done.output
    assert tree(sites[0]) == tree(sites[1])


def test_a_foreign_folder_ends_with_2(lantian: Call, tmp_path: Path) -> None:
    """A folder with somebody's files ends with 2 and a sentence, and keeps them."""
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    done = lantian("build", "--into", str(tmp_path / "mine"), *AS_OF)
    assert done.exit_code == 2
    assert str(tmp_path / "mine") in done.stderr
    assert tree(tmp_path / "mine") == {"letter.txt": b"dear"}


def test_a_folder_that_can_not_be_made_ends_with_2(lantian: Call, tmp_path: Path) -> None:
    """A target below a file ends with 2 and a sentence that names it."""
    (tmp_path / "file").touch()
    done = lantian("build", "--into", str(tmp_path / "file" / "site"), *AS_OF)
    assert done.exit_code == 2
    assert str(tmp_path / "file") in done.stderr


def test_no_site_is_put_among_the_content(lantian: Call, content: Path) -> None:
    """A target inside the content folder ends with 2 and a sentence: a site there would be a problem in the content."""
    before = tree(content)
    for target in (content / "site", content / "pages" / "zh"):
        done = lantian("build", "--into", str(target), *AS_OF)
        assert done.exit_code == 2
        assert "inside the content folder" in done.stderr
    assert tree(content) == before


def test_the_working_folder_can_be_the_target(small: Call, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Built into `.`, the last line counts what lies there now, not in the folder that was there before."""
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    done = small("build", "--into", ".", *AS_OF)
    assert done.exit_code == 0, done.output
    assert f"{len(tree(here))} files in " in done.stdout


def test_a_full_disk_ends_with_a_sentence(lantian: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """An error of the system that names no file is told without one."""

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(build_command, "build_site", full)
    done = lantian("build", *AS_OF)
    assert done.exit_code == 2
    assert "the system could not go on: No space left on device" in done.stderr
    assert "None" not in done.stderr


def test_users_get_the_exit_codes(content: Path, tmp_path: Path) -> None:
    """The real command ends with 1 for a content that is not there and says so in the language asked for."""
    shutil.rmtree(content)
    done = run("--content", str(content), "--lang", "zh", "build", "--into", str(tmp_path / "site"), *AS_OF)
    assert done.returncode == 1
    assert "问题" in done.stderr.decode()
    assert not (tmp_path / "site").exists()


def test_a_terminal_sees_the_stages_pass_by(tmp_path: Path) -> None:
    """On a terminal the stages are a line that moves; the result stays a plain line."""
    ours, theirs = pty.openpty()
    with os.fdopen(ours, "rb", buffering=0) as terminal, os.fdopen(theirs, "wb") as screen:
        content = str(small_content(tmp_path))
        command = [*COMMAND, "--content", content, "--lang", "en", "build", "--into", str(tmp_path / "site"), *AS_OF]
        with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=screen, text=True) as process:
            screen.close()
            seen = b""
            with suppress(OSError):  # a terminal whose program has ended
                while part := terminal.read(4096):
                    seen += part
            assert process.stdout is not None
            assert process.stdout.read().startswith("built ")
    assert process.returncode == 0
    assert b"writing the pages" in seen


def test_a_message_of_the_future_is_named(small: Call) -> None:
    """A message dated after the moment of the build is not shown, and the operator is told which it is."""
    early, in_time = (small("build", "--as-of", moment) for moment in ("2026-01-08T10:59", "2026-01-08T11:00"))
    assert (early.exit_code, in_time.exit_code) == (0, 0)
    assert "dated after the moment of this build and are not shown: sample/2026-01-08-01" in early.stdout
    assert "note:" not in in_time.stdout
