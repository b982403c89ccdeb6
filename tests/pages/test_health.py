"""The health pages: one answer for everybody, one page per group, guidance apart from the plan."""

import pytest
from tests.following_cases import CITY_ORANGE, both
from tests.real_site import LIFT, ORANGE, OZONE, RED, changed_plan, drilled, edition_at, real_content

from lantian.model.measure import Measure
from lantian.pages.answers import health_row
from lantian.pages.edition import Edition
from lantian.pages.health import GroupView, HealthView, health_pages


def overview(edition: Edition) -> HealthView:
    """Return the page for everybody."""
    view = next(health_pages(edition)).shown
    assert isinstance(view, HealthView)
    return view


def group(edition: Edition, slug: str) -> GroupView:
    """Return the page of a group."""
    view = next(page.shown for page in health_pages(edition) if page.address.endswith(f"/{slug}/"))
    assert isinstance(view, GroupView)
    return view


def test_there_is_a_page_for_every_group_with_an_address() -> None:
    """The overview leads to five groups, and each of them has its page."""
    edition = edition_at("11-23 06:30", ORANGE)
    addresses = [page.address for page in health_pages(edition)]
    assert addresses[0] == "yangquan/health/"
    assert [one.address for one in overview(edition).groups] == addresses[1:]
    assert len(addresses) == 6


def test_the_answer_is_what_the_plan_advises_at_the_level() -> None:
    """In force, the answer gives the advice itself: stay in at orange, do not go out at red."""
    assert overview(edition_at("11-23 06:30", ORANGE)).answer.zh.startswith("老人、孩子和病人：尽量待在室内")
    red = edition_at("11-23 06:30", ORANGE, RED)
    assert "不要外出" in overview(red).answer.zh
    assert group(red, "patients").answer.en.startswith("Do not go out.")


@pytest.mark.parametrize("messages", [(), (CITY_ORANGE,)])
def test_advice_for_one_group_is_never_read_as_for_all(messages: tuple[dict[str, object], ...]) -> None:
    """The district's plan speaks to the sensitive only: the answer names them, and no word asks all to stay in."""
    _, district = both("11-22 12:05", *messages)
    answer = overview(district).answer
    assert "老人、孩子和病人：避免户外活动" in answer.zh
    assert "Children, older people and patients: Avoid outdoor activities" in answer.en
    row = health_row(district)
    assert row.word.en == "See advice"
    assert "Children, older people and patients: Avoid" in row.sentence.en


def only(*groups: str) -> tuple[Measure, ...]:
    """Return Yangquan's measures, those on health cut down to what is said to exactly these groups."""
    measures = real_content().place("yangquan").plan.measures
    advice = next(one for one in measures if one.id == "public-less-outdoors").model_copy(update={"audiences": groups})
    return (*(one for one in measures if one.topic != "health"), advice)


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (("public",), "General public: Less time outdoors."),
        (("children",), "Children: Less time outdoors."),
        (("children", "older"), "Children; Older people: Less time outdoors."),
    ],
)
def test_whoever_is_meant_is_named(groups: tuple[str, ...], said: str) -> None:
    """Advice for everybody without a group, or for one of the groups that mind most, is said to be for them."""
    assert overview(changed_plan("11-22 12:05", ORANGE, measures=only(*groups))).answer.en == said


def test_do_not_go_out_stays_advice() -> None:
    """At red the strongest advice is marked as changed and is still advice, no ban."""
    card = group(edition_at("11-23 06:30", ORANGE, RED), "older").cards[0]
    assert card.tag.tone == "red"
    assert [(row.duty, row.mark) for row in card.rows][:2] == [("advised", "changed"), ("advised", "changed")]


def test_advice_that_higher_levels_leave_out_is_not_the_same_there() -> None:
    """With advice at yellow alone, orange and red show it as listed at yellow, and orange is not the same as yellow."""
    calm = edition_at("11-22 12:05").plan.measures
    window = next(one for one in calm if one.id == "sensitive-windows")
    only = window.model_copy(update={"levels": {"yellow": window.levels["yellow"]}})
    rest = tuple(one for one in calm if window.id not in {one.id, one.replaces})
    cards = group(changed_plan("11-22 12:05", measures=(only, *rest)), "older").cards
    assert [[row.id for row in card.not_restated] for card in cards] == [[], [window.id], [window.id]]
    assert cards[1].same is None
    assert group(edition_at("11-22 12:05"), "older").cards[1].same is not None


def test_the_level_that_is_told_comes_first() -> None:
    """The card of the level in force is first and marked; the others follow in the order of the plan."""
    cards = group(edition_at("11-23 06:30", ORANGE), "children").cards
    assert [card.tag.tone for card in cards] == ["orange", "yellow", "red"]
    assert [card.tag.mark is not None for card in cards] == [True, False, False]
    assert cards[0].same is not None


def test_pending_advice_names_its_start() -> None:
    """Before the start the answer says from when, and the card says that the level is only announced."""
    edition = edition_at("11-21 09:00", ORANGE)
    assert overview(edition).answer.zh.startswith("11月21日（周六）12:00 起：")
    mark = group(edition, "public").cards[0].tag.mark
    assert mark is not None
    assert mark.en == "Issued, not yet in effect"


def test_without_a_warning_the_level_is_named() -> None:
    """With no warning, and after a lift, advice is a rule of the lowest level and no card is marked."""
    for edition in (edition_at("11-22 12:05"), edition_at("11-23 12:05", ORANGE, LIFT)):
        assert overview(edition).answer.zh.startswith("黄色预警起：")
        view = group(edition, "older")
        assert view.cards_note is not None
        assert not any(card.tag.mark for card in view.cards)


def test_a_drill_is_called_one() -> None:
    """In an exercise the answer says so first, and the card of the drilled level carries the mark."""
    edition = drilled()
    assert overview(edition).answer.zh.startswith("演练")
    view = group(edition, "children")
    assert view.answer.en.startswith("Exercise")
    assert view.cards[0].tag.mark is not None
    assert view.cards[0].tag.mark.en == "Exercise, not a real warning"


def test_a_permission_awaits_no_notice() -> None:
    """What outdoor workers may do is told as their own freedom, not as a power that waits for a notice."""
    (row,) = group(edition_at("11-23 06:30", ORANGE), "outdoor-workers").cards[0].rows
    assert (row.duty, row.permission) == ("may", True)


def test_ozone_alone_leads_the_answer() -> None:
    """With only an ozone advisory the answer is about ozone; beside a warning the warning goes first."""
    view = overview(edition_at("07-01 12:05", OZONE))
    assert view.answer.en.startswith("High ozone")
    assert view.ozone.on
    assert view.advisories[0].address == "yangquan/ozone/"
    both = overview(edition_at("11-23 06:30", ORANGE, {**OZONE, "issued_at": ORANGE["issued_at"],
        "starts_at": ORANGE["starts_at"], "expected_end": ORANGE["expected_end"]}))  # fmt: skip
    assert both.answer.en.startswith("Children")
    assert both.ozone.on


def test_guidance_names_its_source_last() -> None:
    """Each group has guidance of its own, and the last entry says where it comes from and that it is not the plan."""
    edition = edition_at("11-23 06:30", ORANGE)
    for slug in ("children", "older", "patients", "public", "outdoor-workers"):
        last = group(edition, slug).guidance[-1]
        assert last.label.en == "Source"
        assert "预案" in last.value.zh
