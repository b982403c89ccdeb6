"""What schools are told in the words of their own plan, and ends that are past as past."""

from tests.following_cases import CITY_ORANGE, both
from tests.real_site import ORANGE, edition_at

from lantian.model.text import Text
from lantian.pages.edition import Edition
from lantian.pages.school import SchoolView, school_pages
from lantian.pages.school_notice import NoticeView


def views(one: Edition) -> tuple[SchoolView, NoticeView]:
    """Return the page and the notice."""
    page, notice = school_pages(one)
    assert isinstance(page.shown, SchoolView)
    assert isinstance(notice.view, NoticeView)
    return page.shown, notice.view


def day_texts(view: SchoolView) -> list[Text]:
    """Return the lines of both dates."""
    return [line.text for day in view.days for line in day.lines]


def test_each_plan_is_told_in_its_own_words() -> None:
    """The district's plan stops outdoor activities and names no lessons; no sentence of its pages adds them."""
    city, district = both("11-23 06:30", CITY_ORANGE)
    (page, notice), (other, _) = views(district), views(city)
    assert page.parents is not None
    texts = (page.answer, page.parents, *notice.lines, *day_texts(page))
    assert sum("停止室外活动" in text.zh for text in texts) == 5
    assert not any("室外课程" in text.zh or "outdoor lessons" in text.en for text in texts)
    assert "停止室外课程和活动" in other.answer.zh


def test_an_expected_end_that_is_past_is_told_as_past() -> None:
    """Overdue, both dates say that the end was expected and no lifting came; nothing past is expected."""
    page, _ = views(edition_at("11-25 06:30", ORANGE))
    spoken = [text.zh for text in day_texts(page)]
    assert [text[:3] for text in spoken] == ["全天停", "原预计"] * 2
    assert all("尚未收到解除通知" in text for text in spoken[1::2])
    assert not any(text.startswith("预计") for text in spoken)
