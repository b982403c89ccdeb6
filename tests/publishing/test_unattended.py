"""What nobody looks after: edited messages are refused, a rollback stays, a mistake in the content stops no clock."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from tests.cli.calls import replace_in
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import NOON, order_at, published, small_content

from lantian.build import THEME
from lantian.problems import ProblemsFound
from lantian.publication.pin import pinned
from lantian.publication.rollback import roll_back
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.journal import read_lines
from lantian.publishing.output import Output

HOUR = timedelta(hours=1)
Change = Callable[[Path], None]


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of the small city."""
    return small_content(tmp_path)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return the output folder."""
    return tmp_path / "output"


def edit(message: Path) -> None:
    """Change who issued a message."""
    replace_in(message, "Sample City emergency command", "Another command")


def remove(message: Path) -> None:
    """Remove a message, and the lift that follows it."""
    message.unlink()
    message.with_name("2026-01-08-01.yaml").unlink()


@pytest.mark.parametrize(("change", "key"), [(edit, "edited"), (remove, "older_log")])
def test_published_messages_stay_as_they_are(change: Change, key: str, content: Path, output: Path) -> None:
    """One that is changed or gone keeps the earlier site, until somebody answers for it, which the journal keeps."""
    first = published(content, output)
    change(content / "bulletins" / "sample" / "2026-01-06-01.yaml")
    with pytest.raises(PublishingFailedError) as failed:
        published(content, output, unattended=True)
    assert (failed.value.key, failed.value.fields) == (key, {"place": "sample", "messages": "2026-01-06-01"})
    done = published(content, output, removal="sent to the wrong city")
    assert done.before == first.release != done.release
    assert read_lines(Output(output).journal)[-1]["removal"] == "sent to the wrong city"
    assert published(content, output).built == ()


def test_a_message_may_be_written_in_another_way(content: Path, output: Path) -> None:
    """Comments and order of fields say nothing, so nothing is refused; a message yet to come may change."""
    published(content, output)
    message = content / "bulletins" / "sample" / "2026-01-06-01.yaml"
    message.write_text(f"# looked at again\n{message.read_text('utf-8')}", "utf-8")
    edit(content / "bulletins" / "sample" / "2026-01-08-01.yaml")
    assert published(content, output).built == ()


def test_what_was_brought_back_stays(content: Path, output: Path) -> None:
    """Unattended nothing replaces it, at no tick; a change of the content does, and so does `publish` by hand."""
    first = published(content, output)
    second = published(content, output, NOON + HOUR)
    roll_back(order_at(content, output, NOON + HOUR), None, lambda _: None)
    later = published(content, output, NOON + 2 * HOUR, unattended=True)
    assert (later.release, later.before, later.until) == (first.release, first.release, None)
    assert pinned(content, THEME, Output(output)) == first.release
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotline:  ")
    assert pinned(content, THEME, Output(output)) is None
    done = published(content, output, NOON + 2 * HOUR, unattended=True)
    assert done.before == first.release
    assert done.release not in {first.release, second.release}
    roll_back(order_at(content, output, NOON + 2 * HOUR), None, lambda _: None)
    assert published(content, output, NOON + 2 * HOUR).release == done.release
    assert pinned(content, THEME, Output(output)) is None


def test_the_clock_goes_on_over_a_mistake(content: Path, output: Path) -> None:
    """What must differ by the clock is published from the last sound content, and the mistake is told with it."""
    published(content, output)
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotlin:")
    with pytest.raises(ProblemsFound):
        published(content, output, NOON + HOUR)
    same = published(content, output, NOON + HOUR / 2, unattended=True)
    assert (same.switched, same.until) == (False, NOON + HOUR)
    done = published(content, output, NOON + HOUR, unattended=True)
    assert [problem.file for problem in done.problems] == ["content/places/sample.yaml"] * 2
    assert (done.built, done.until) == (("sample", "portal"), NOON + 2 * HOUR)
    replace_in(content / "places" / "sample.yaml", "hotlin:", "hotline:")
    mended = published(content, output, NOON + HOUR)
    assert (mended.release, mended.switched, mended.problems) == (done.release, False, ())


def test_a_mistake_shows_no_half_of_a_change(content: Path, output: Path) -> None:
    """A sound change beside the mistake waits with it; where running text changed too, the site stays as it is."""
    published(content, output)
    replace_in(content / "places" / "sample.yaml", "hotline:", "hotlin:")
    message = content / "bulletins" / "sample" / "2026-01-06-01.yaml"
    replace_in(message, "Sample City emergency command", "no such words")
    published(content, output, NOON + HOUR, unattended=True)
    assert not any(b"no such words" in page for page in live_tree(output).values())
    about = content / "pages" / "en" / "about.md"
    about.write_text(f"{about.read_text('utf-8')}\nMore.\n", "utf-8")
    with pytest.raises(ProblemsFound):
        published(content, output, NOON + 2 * HOUR, unattended=True)
