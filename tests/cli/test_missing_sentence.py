"""Content that is older than the program lacks sentences: it is told which, and in which file; nothing is built."""

from pathlib import Path

import pytest
from tests.cli.calls import Call
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import published, small_content

from lantian.problems import ProblemsFound

pytestmark = pytest.mark.usefixtures("quiet")
SECTION = Path("vocabulary") / "wording" / "not_listed.yaml"


def forget(content: Path) -> None:
    """Take a section of sentences out of the content."""
    (content / SECTION).unlink()


@pytest.mark.parametrize(("language", "word"), [("zh", "缺少"), ("en", "missing")])
def test_a_build_names_the_file(lantian: Call, content: Path, tmp_path: Path, language: str, word: str) -> None:
    """One sentence with file and line and the way to mend it; exit 1, and no folder."""
    forget(content)
    done = lantian("--lang", language, "build", "--into", str(tmp_path / "site"))
    assert done.exit_code == 1
    assert f"{SECTION.as_posix()}:1:1: " in done.stderr
    assert word in done.stderr
    assert not (tmp_path / "site").exists()


def test_a_publication_leaves_the_live_site(tmp_path: Path) -> None:
    """The problem is one of the content, and readers keep what they had."""
    content, output = small_content(tmp_path / "small"), tmp_path / "small" / "output"
    published(content, output)
    before = live_tree(output)
    forget(content)
    with pytest.raises(ProblemsFound) as found:
        published(content, output)
    assert [problem.file for problem in found.value.problems] == [f"content/{SECTION.as_posix()}"]
    assert live_tree(output) == before
