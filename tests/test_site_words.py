"""What only templates put on a page: the words of the built site in places where leaving some out would mislead."""

from datetime import datetime
from html.parser import HTMLParser
from pathlib import Path

import pytest
from tests.real_site import CONTENT

from lantian.build import build

AS_OF = datetime.fromisoformat("2026-11-22T12:05:00+08:00")


class Rows(HTMLParser):
    """Collects the words of each row of each table."""

    def __init__(self, page: Path) -> None:
        """Read the page."""
        super().__init__()
        self.rows: list[str] = []
        self._open = False
        self.feed(page.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - the parser's
        """Begin a row."""
        if tag == "tr":
            self.rows.append("")
            self._open = True

    def handle_endtag(self, tag: str) -> None:
        """End a row."""
        self._open = self._open and tag != "tr"

    def handle_data(self, data: str) -> None:
        """Add words to the row that is open."""
        if self._open:
            self.rows[-1] += data


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the real site, built once."""
    folder = tmp_path_factory.mktemp("words") / "site"
    build(CONTENT, folder, AS_OF, lambda _: None)
    return folder


def rows(site: Path, address: str) -> list[str]:
    """Return the words of the rows of a page."""
    return Rows(site / address / "index.html").rows


@pytest.mark.parametrize(
    ("address", "statement", "limit"),
    [
        ("en/liaocheng/level/", "Schools may suspend classes", "Condition: The Red warning has been received and the"),
        ("zh/liaocheng/level/", "学校可以停课", "两条都要满足"),
        ("en/liaocheng-resort/level/", "Main roads of the city", "Condition: It is not freezing"),
        ("en/liaocheng-resort/level/", "Sites stop earthwork", "Except: Sites of emergency repair"),
        ("zh/yangquan/level/", "室外课程", "从应急响应通告发布的当天起"),
    ],
)
def test_the_overview_of_levels_carries_conditions_and_exceptions(
    site: Path, address: str, statement: str, limit: str
) -> None:
    """A statement beside the dots of its levels has its condition, beginning and exceptions with it."""
    found = [row for row in rows(site, address) if statement in row]
    assert found
    assert all(limit in " ".join(row.split()) for row in found)


@pytest.mark.parametrize(
    ("address", "said", "unsaid"),
    [
        ("en/yangquan/enterprise/board/01/a/", "The plan does not say.", "Fill in by hand"),
        ("en/yangquan/enterprise/board/22/all/", "Fill in by hand what the reduction list says:", "does not say"),
        ("en/liaocheng/enterprise/board/15/a/", "Vehicles and machinery of plants by the inventory", "does not say"),
        ("zh/liaocheng-resort/enterprise/board/15/b/", "企业车辆按工业源清单", "预案没有写"),
    ],
)
def test_a_board_calls_only_silence_silence(site: Path, address: str, said: str, unsaid: str) -> None:
    """Where the list or a measure speaks of vehicles, the board says so or leaves a blank; a silent annex is silent."""
    told = " ".join(rows(site, address))
    assert said in told
    assert unsaid not in told
