"""A real site goes live: the same bytes as a plain build, the same names at any minute, and never half of a change."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.cli.calls import replace_in, tree
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import NOON, order_at, published, small_content

from lantian.build import THEME, build
from lantian.problems import ProblemsFound, ThemeFault
from lantian.publication.publish import publish
from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.publishing.release import live_release


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Return the content of the small city."""
    return small_content(tmp_path)


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """Return the output folder."""
    return tmp_path / "output"


def test_readers_get_what_a_plain_build_makes(content: Path, output: Path, tmp_path: Path) -> None:
    """At a moment that all sections speak for, the live site is the plain build, file by file, and `release.json`."""
    published(content, output)
    build(content, tmp_path / "plain", NOON, lambda _: None)
    live = live_tree(output)
    assert live.pop("release.json")
    assert live == tree(tmp_path / "plain")


def test_the_same_content_comes_back_under_the_same_name(content: Path, output: Path, tmp_path: Path) -> None:
    """Until the next tick nothing changes; in another output folder, and later in that hour, the ids are the same."""
    first = published(content, output)
    again = published(content, output, NOON + timedelta(minutes=59, seconds=59))
    assert (again.release, again.built) == (first.release, ())
    elsewhere = published(content, tmp_path / "elsewhere", NOON + timedelta(minutes=30))
    assert elsewhere.release == first.release
    assert live_tree(tmp_path / "elsewhere") == live_tree(output)
    assert published(content, output, NOON + timedelta(hours=1)).built == ("sample", "portal")


def test_a_message_counts_from_its_minute(content: Path, output: Path) -> None:
    """A file that is dated later changes no id before its time, and from then on the whole place."""
    published(content, output)
    lift = content / "bulletins" / "sample" / "2026-01-08-01.yaml"
    kept = lift.read_text("utf-8")
    lift.unlink()
    assert published(content, output).built == ()
    lift.write_text(kept, "utf-8")
    done = published(content, output)
    assert (done.built, done.later) == ((), ("sample/2026-01-08-01",))
    after = published(content, output, NOON + timedelta(days=1, hours=12))
    assert (after.built, after.later) == (("sample", "portal"), ())
    told = live_release(Output(output))
    assert told is not None
    assert "2026-01-08-01" in told["places"][0]["messages"]


def test_problems_and_a_broken_template_leave_the_site(content: Path, output: Path, tmp_path: Path) -> None:
    """Unsound content and a theme that can not be read end as in a build; the live site keeps every byte."""
    published(content, output)
    before = live_tree(output)
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    (theme / "templates" / "pages" / "easy.html").write_text("{% if %}", "utf-8")
    with pytest.raises(ThemeFault):
        published(content, output, theme=theme)
    replace_in(content / "places" / "sample.yaml", 'code: "990000"', 'code: "99"')
    with pytest.raises(ProblemsFound):
        published(content, output)
    assert live_tree(output) == before


def test_a_template_that_forgets_the_status_is_refused(content: Path, output: Path, tmp_path: Path) -> None:
    """A page that must tell the warning and does not keeps the earlier site live."""
    published(content, output)
    theme = tmp_path / "theme"
    shutil.copytree(THEME, theme)
    layout = theme / "templates" / "layouts" / "page.html"
    text = layout.read_text("utf-8")
    found = text.index("{% block status %}")
    layout.write_text(text[: found + len("{% block status %}")] + text[text.index("{% endblock %}", found) :], "utf-8")
    with pytest.raises(PublishingFailedError, match="not_shown"):
        published(content, output, theme=theme)


def test_content_that_changes_while_it_is_read_is_read_again(content: Path, output: Path) -> None:
    """A change in the middle of the work is not half published: what goes live is the content after it."""
    prose = content / "pages" / "en" / "about.md"
    changed: list[str] = []

    def change_once(stage: str) -> None:
        if stage == "verify" and not changed:
            changed.append(stage)
            prose.write_text(prose.read_text("utf-8") + "\nAdded at night.\n", "utf-8")

    publish(order_at(content, output), change_once)
    assert changed
    assert b"Added at night." in live_tree(output)["en/about/index.html"]


def test_a_clock_set_back_is_named(content: Path, output: Path) -> None:
    """By the clock nothing goes live that speaks for an earlier moment; the sentence names both."""
    published(content, output)
    with pytest.raises(PublishingFailedError) as failed:
        published(content, output, NOON - timedelta(hours=1))
    assert (failed.value.key, failed.value.fields["live"]) == ("clock", NOON.isoformat())


def test_a_message_that_went_is_named(content: Path, output: Path) -> None:
    """A content without a message that is live is an older one, and is refused."""
    published(content, output)
    for message in ("2026-01-06-01", "2026-01-08-01"):
        (content / "bulletins" / "sample" / f"{message}.yaml").unlink()
    with pytest.raises(PublishingFailedError) as failed:
        published(content, output, datetime.fromisoformat("2026-01-07T13:00:00+08:00"))
    assert failed.value.key == "older_log"


def test_no_place_to_write_is_one_sentence(content: Path, tmp_path: Path) -> None:
    """An output that can not be a folder is told like every other refusal of the system."""
    (tmp_path / "file").touch()
    with pytest.raises(PublishingFailedError, match="system"):
        published(content, tmp_path / "file" / "output")
