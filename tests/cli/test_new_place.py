"""`lantian new-place` leads somebody who read only its output to the first page of a new city."""

import re
import shlex
from pathlib import Path

import pytest
from tests.cli.calls import Call, tree

FILL = re.compile(r"^(\s*(?:- )?\w+:) +# fill in, for example: (.+)$", re.MULTILINE)
FILE = re.compile(r"^  (\S+\.yaml)  (?:lines ([\d, ]+)|can be completed later)$", re.MULTILINE)
COMMAND = re.compile(r"lantian .*$", re.MULTILINE)
PAGE = re.compile(r"\S+/index\.html")


def fill_in(printed: str) -> int:
    """Open each file that was named and put the example in the place of each named line; return how many there were."""
    filled = 0
    for name, lines in FILE.findall(printed):
        file = Path(name)
        text = file.read_text(encoding="utf-8")
        filled_text, number = FILL.subn(r"\1 \2", text)
        assert number == len(re.findall(r"\d+", lines))
        file.write_text(filled_text, encoding="utf-8")
        filled += number
    return filled


def test_the_printed_steps_lead_to_a_first_page(lantian: Call) -> None:
    """Filling in the named lines and typing the printed commands gives the city's front page in both languages."""
    printed = lantian("new-place", "shili").stdout
    assert fill_in(printed) > 20
    commands = [shlex.split(command)[1:] for command in COMMAND.findall(printed)]
    assert [words[-1] for words in commands] == ["check", "build"]
    for words in commands:
        done = lantian(*words)
        assert done.exit_code == 0, done.output
    pages = [Path(page) for page in PAGE.findall(printed)]
    assert [page.parts[-3:-1] for page in pages] == [("zh", "shili"), ("en", "shili")]
    assert "示例市" in pages[0].read_text(encoding="utf-8")
    assert "Example City" in pages[1].read_text(encoding="utf-8")


def test_check_names_every_line_that_is_left(lantian: Call) -> None:
    """Before anything is filled in, each line that waits is a problem with its file and line, and nothing else is."""
    printed = lantian("new-place", "shili").stdout
    waiting = {
        (name.split("/content/")[1], number)
        for name, lines in FILE.findall(printed)
        for number in re.findall(r"\d+", lines)
    }
    done = lantian("check")
    told = {tuple(line.removeprefix("content/").split(":")[:2]) for line in done.stdout.splitlines()[:-1]}
    assert done.exit_code == 1
    assert waiting
    assert told == waiting


def test_a_place_that_exists_is_left_alone(lantian: Call, content: Path) -> None:
    """An id that is taken ends with 2 and changes no file."""
    before = tree(content)
    done = lantian("new-place", "yangquan")
    assert done.exit_code == 2
    assert "yangquan" in done.stderr
    assert tree(content) == before


@pytest.mark.parametrize("place", ["Yangquan", "阳泉", "compare", "a b", "-a", "a--b", "../x", "a_b", "", "a" * 51])
def test_what_is_no_id_is_refused(lantian: Call, content: Path, place: str) -> None:
    """An id that could not stand in an address ends with 2 and writes nothing."""
    before = tree(content)
    assert lantian("new-place", "--", place).exit_code == 2
    assert tree(content) == before


def test_a_folder_without_content_is_refused(lantian: Call, content: Path) -> None:
    """Nothing is written into a folder that holds no content."""
    (content / "site.yaml").unlink()
    done = lantian("new-place", "shili")
    assert done.exit_code == 2
    assert not (content / "places" / "shili.yaml").exists()


def test_no_telephone_number_is_written_unasked(lantian: Call, content: Path) -> None:
    """The hotline waits to be filled in like everything else, and kind, code and follows are explained."""
    lantian("new-place", "shili")
    text = (content / "places" / "shili.yaml").read_text(encoding="utf-8")
    assert re.search(r"^hotline:  # fill in", text, re.MULTILINE)
    for word in ("city", "county", "district", "none", "# follows: "):
        assert word in text
