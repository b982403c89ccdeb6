"""Official messages: the list, the permanent pages, and exercises apart from them."""

from typing import Any

import pytest
from tests.real_site import LIFT, ORANGE, OZONE, RED, drilled, edition_at

from lantian.pages.bulletin_page import BulletinView
from lantian.pages.bulletins import BulletinsView, bulletin_pages
from lantian.pages.drill_page import DrillView
from lantian.pages.edition import Edition
from lantian.pages.level_marks import marked

WITHDRAW: dict[str, Any] = {
    "id": "2026-11-21-02",
    "place": "yangquan",
    "action": "withdraw",
    "issued_at": "2026-11-21T15:40:00+08:00",
    "starts_at": "2026-11-21T15:40:00+08:00",
    "replaces": RED["id"],
    "issuer": ORANGE["issuer"],
}
DRILL: dict[str, Any] = {
    **ORANGE,
    "id": "2026-11-19-01",
    "action": "exercise",
    "level": "red",
    "issued_at": "2026-11-19T08:00:00+08:00",
    "starts_at": "2026-11-19T09:00:00+08:00",
}


def views(edition: Edition) -> dict[str, object]:
    """Return every page's view by its address below the place."""
    return {page.address.removeprefix("yangquan/"): page.view for page in bulletin_pages(edition)}


def listed(edition: Edition) -> BulletinsView:
    """Return the view of the list."""
    view = views(edition)["bulletin/"]
    assert isinstance(view, BulletinsView)
    return view


def message(edition: Edition, given: dict[str, Any]) -> BulletinView:
    """Return the view of one real message."""
    view = views(edition)[f"bulletin/{given['id']}/"]
    assert isinstance(view, BulletinView)
    return view


def facts(view: BulletinView | DrillView) -> dict[str, str]:
    """Return the English facts by their labels."""
    return {fact.label.en: fact.value.en for fact in view.facts}


def test_without_messages_the_emptiness_is_said() -> None:
    """Where nothing was issued the heading says so in words, and no message has a page."""
    calm = edition_at("11-22 12:05")
    assert set(views(calm)) == {"bulletin/"}
    assert "没有收到阳泉市的重污染天气预警通知" in listed(calm).heading.zh


def test_a_later_message_is_not_known_yet() -> None:
    """A message appears with its issue, not before, whatever its start."""
    before, after = edition_at("11-21 14:59", ORANGE, RED), edition_at("11-21 15:00", ORANGE, RED)
    assert f"bulletin/{RED['id']}/" not in views(before)
    assert f"bulletin/{RED['id']}/" in views(after)
    assert message(before, ORANGE).later is None


def test_the_newest_stands_first_within_its_episode() -> None:
    """Episodes and their messages run backward in time."""
    found = listed(edition_at("11-23 12:00", OZONE, ORANGE, LIFT))
    assert [[row.address.split("/")[-2] for row in episode.rows] for episode in found.episodes] == [
        [LIFT["id"], ORANGE["id"]],
        [OZONE["id"]],
    ]


def test_an_issue_states_its_facts_and_what_it_leaves_out() -> None:
    """The end is an estimate, levels are told before and after, and what is missing is said to be missing."""
    told = facts(message(edition_at("11-20 12:00", ORANGE), ORANGE))
    assert told["Expected end"] == "Around 12:00 on Tuesday 24 November. In force until officially lifted"
    assert told["Level before"] == "No warning level"
    assert told["Level after"] == "Orange warning, Level II response"
    assert told["Area"] == "The message does not say"
    assert told["Number"] == "2026-7"


def test_a_raise_tells_both_levels_and_marks_the_one_before() -> None:
    """The page of a raise names both levels; the page of the issue leads on to it."""
    now = edition_at("11-21 19:00", ORANGE, RED)
    told = facts(message(now, RED))
    assert (told["Level before"][:6], told["Level after"][:3]) == ("Orange", "Red")
    earlier = message(now, ORANGE)
    assert earlier.later is not None
    assert earlier.later.address == f"yangquan/bulletin/{RED['id']}/"
    assert earlier.mark is not None
    assert "15:00 on Saturday 21 November" in earlier.mark.en
    assert [line.address == "" for line in earlier.chain] == [True, False]


def test_a_withdrawn_message_says_so_first() -> None:
    """A mistake keeps its address, begins with the word withdrawn, takes no level colour and explains no level."""
    now = edition_at("11-21 19:00", ORANGE, RED, WITHDRAW)
    wrong = message(now, RED)
    assert wrong.headline.zh.startswith("【已撤回】")
    assert wrong.tone == "withdrawn"
    assert facts(wrong)["Expected end"] == "Does not count, withdrawn"
    assert not [link for link in wrong.meaning if "/level/" in link.address]
    assert wrong.later is not None
    assert wrong.later.address.endswith(f"{WITHDRAW['id']}/")
    assert message(now, ORANGE).mark is None
    told = facts(message(now, WITHDRAW))
    assert (told["Level before"][:3], told["Level after"][:6]) == ("Red", "Orange")


def test_a_lift_names_what_ended_and_no_end_of_its_own() -> None:
    """The headline of a lift names the level that ended; it has a lifting time and no expected end."""
    view = message(edition_at("11-23 12:00", ORANGE, LIFT), LIFT)
    assert view.headline.en == "Orange warning lifted from 10:00 on Monday 23 November"
    told = facts(view)
    assert "Expected end" not in told
    assert told["Lifted from"] == "10:00 on Monday 23 November"
    assert told["Level after"] == "No warning level"


def test_an_advisory_has_no_level() -> None:
    """A message of a track leads to the track and says that no colour belongs to it."""
    view = message(edition_at("07-01 13:00", OZONE), OZONE)
    assert view.tone == "advice"
    assert facts(view)["Level"] == "No colored level belongs to it"
    assert view.meaning[0].address == "yangquan/ozone/"


@pytest.mark.parametrize("text", [None, "第一段\n\n第二段\n"])
def test_the_official_text_keeps_its_paragraphs(text: str | None) -> None:
    """The text is shown paragraph by paragraph where it was given, and nothing takes its place where not."""
    given = {**ORANGE, "official_text": text}
    expected = ("第一段", "第二段") if text else ()
    assert message(edition_at("11-20 12:00", given), given).paragraphs == expected


def test_an_exercise_has_an_address_of_its_own() -> None:
    """A drill stands below drill/ and apart in the list, and the heading does not count it."""
    edition = edition_at("11-20 09:00", DRILL)
    assert set(views(edition)) == {"bulletin/", f"drill/{DRILL['id']}/"}
    found = listed(edition)
    assert found.empty is not None
    assert found.episodes == ()
    assert [row.address for episode in found.exercises for row in episode.rows] == [f"yangquan/drill/{DRILL['id']}/"]


@pytest.mark.parametrize(
    "edition", [drilled(), edition_at("11-22 12:05", DRILL, ORANGE)], ids=["drill", "real warning"]
)
def test_an_exercise_is_marked_everywhere(edition: Edition) -> None:
    """Title, first words, facts, measures and shell say exercise, also while a real warning holds."""
    page = next(page for page in bulletin_pages(edition) if "/drill/" in page.address)
    view = page.view
    assert isinstance(view, DrillView)
    assert page.title.zh.startswith("【演练】")
    assert view.headline.zh.startswith("【演练】")
    assert view.headline.en.startswith("EXERCISE")
    assert view.facts[0].value.en == "Exercise, not a real warning"
    assert view.would is not None
    assert view.would.en.startswith("Exercise: if this were a real")
    assert page.place is not None
    assert page.place.exercise is not None
    assert "In force" not in " ".join(facts(view).values())


def test_beside_a_real_warning_a_drill_does_not_tell_to_do_nothing() -> None:
    """The words that nothing need be done are left out where a real warning holds; its status stays."""
    edition = edition_at("11-22 12:05", DRILL, ORANGE)
    page = next(page for page in bulletin_pages(edition) if "/drill/" in page.address)
    assert isinstance(page.view, DrillView)
    assert page.place is not None
    assert page.place.exercise is not None
    assert "无需采取行动" not in page.place.exercise.zh + page.view.headline.zh
    assert page.place.strip is not None
    assert page.place.strip.tone == "orange"


def test_a_drill_shows_what_its_level_would_require() -> None:
    """All measures of the drilled level stand there, no more and no fewer; what it does not repeat stands apart."""
    edition = edition_at("11-20 09:00", DRILL)
    view = views(edition)[f"drill/{DRILL['id']}/"]
    assert isinstance(view, DrillView)
    shown = [row.id for group in view.groups for row in group.rows]
    assert sorted(shown) == sorted(row.id for row in marked(edition, "red"))
    assert [row.topic for row in view.not_restated] == ["publicity"]
