"""Two plans side by side: what differs is marked, silence is said, and the pages do not change with a warning."""

from tests.pages.compare_cases import (
    TWIN,
    content_of_two,
    marks,
    pair,
    plan,
    row,
    school_measures,
    table,
    with_level,
)
from tests.real_site import ORANGE, PLACE, at

from lantian.model.content import Content
from lantian.model.level import ReductionShares
from lantian.model.trigger import AllOf, AnyOf, Threshold
from lantian.pages.compare import IndexView, PairView, compare_pages, pair_view
from lantian.pages.compare_pairs import place_pairs
from lantian.pages.compare_plans import plan_tables
from lantian.pages.compare_rows import Pair
from lantian.pages.compare_rules import rule_tables
from lantian.pages.edition import editions
from lantian.pages.page import Page

STRICT = Threshold(metric="aqi_daily", over=200, hours=72)
LONG = Threshold(metric="aqi_daily", over=150, hours=96)


def pages(content: Content) -> dict[str, Page]:
    """Return the pages that compare, by address."""
    return {page.address: page for page in compare_pages(content, editions(content, at("11-22 12:05")))}


def test_equal_plans_differ_in_nothing() -> None:
    """A twin with the same plan has the same thresholds and shares, and no row is marked as different."""
    both = pair()
    tables = (*plan_tables(both), *rule_tables(both))
    assert set(marks(table(tables, "thresholds")).values()) == {"same"}
    assert set(marks(table(tables, "shares")).values()) == {"same"}
    assert not any(one.unlike for one in tables)
    assert "the same" in pair_view(both).answer.en


def test_a_threshold_that_differs_is_named_with_its_owner() -> None:
    """The conditions that only one plan has are spelled out, each with its place; other levels stay the same."""
    both = pair(levels=with_level("yellow", trigger=STRICT))
    found = row(table(plan_tables(both), "thresholds"), "Yellow warning")
    assert found.mark == "differs"
    told = [detail.en for detail in found.details]
    assert told[-1] == "Only Twin: daily mean AQI over 200 for at least 72 hours in a row"
    assert told[0].startswith("Only Yangquan: ")
    assert [one.mark for one in table(plan_tables(both), "thresholds").rows] == ["differs", "same", "same"]


def test_the_order_of_conditions_is_no_difference_but_their_joint_is() -> None:
    """`a or b` is `b or a`; `a and b` is something else, although the figures are the same."""
    left = with_level("yellow", trigger=AnyOf(any_of=(STRICT, LONG)))
    turned = with_level("yellow", trigger=AnyOf(any_of=(LONG, STRICT)))
    joined = with_level("yellow", trigger=AllOf(all_of=(LONG, STRICT)))
    first = pair(levels=left).right
    for levels, mark in ((turned, "same"), (joined, "differs")):
        both = Pair(first, pair(levels=levels).right)
        assert table(plan_tables(both), "thresholds").rows[0].mark == mark


def test_a_level_of_one_plan_is_told() -> None:
    """A plan without red says that it has no such level, and no share is invented for it."""
    both = pair(levels=plan().levels[:2])
    found = row(table(plan_tables(both), "thresholds"), "Red warning")
    assert found.mark == "differs"
    assert found.right[0].text.en == "This plan has no such level."
    assert "Red warning" not in marks(table(plan_tables(both), "shares"))


def test_a_share_that_is_asked_for_as_a_rule_is_not_told_as_firm() -> None:
    """A share that holds as a rule leaves room for less: it is told so, and differs from the same share held firm."""
    shares = plan().level("orange").reduction.model_copy(update={"as_a_rule": True})
    found = row(table(plan_tables(pair(levels=with_level("orange", reduction=shares))), "shares"), "Orange warning")
    assert found.mark == "differs"
    left, right = found.left, found.right
    assert "at least 30%" in left[0].text.en
    assert "as a rule" not in left[0].text.en
    assert "as a rule at least 30%" in right[0].text.en
    assert "一般不低于30%" in right[0].text.zh


def test_a_share_that_a_plan_does_not_name_is_said_to_be_unsaid() -> None:
    """A pollutant without a share is silence, not zero, and it is named as a difference."""
    shares = ReductionShares(so2=20, nox=20, pm=20, voc=None)
    both = pair(levels=with_level("yellow", reduction=shares))
    found = row(table(plan_tables(both), "shares"), "Yellow warning")
    assert found.mark == "differs"
    assert found.details[0].en == "Shares: VOCs"
    assert "VOCs: the plan does not say." in found.right[0].text.en
    assert " 0%" not in found.right[0].text.en


def test_silence_on_schools_is_silence() -> None:
    """Where one plan says nothing of schools its side is empty, which the page reads as: the plan does not say."""
    both = pair(measures=school_measures("required", "may", "advised"))
    rows = [one for one in table(plan_tables(both), "schools").rows if one.left]
    silent = [one for one in rows if one.mark == "only"]
    assert silent
    assert all(one.right == () and one.mark_text.en == "Only Yangquan" for one in silent)


def test_may_stays_may() -> None:
    """A suspension that may be ordered at red here and must be there: neither turns into the other."""
    first = next(one for one in plan().measures if one.topic == "school")
    may = first.model_copy(update={"id": "suspension", "duty": "may", "levels": {"red": "5.3.3 ①"}})
    must = may.model_copy(update={"duty": "required"})
    rest = school_measures("required", "advised", "may")
    both = Pair(pair(measures=(*rest, may)).right, pair(measures=(*rest, must)).right)
    schools = table(plan_tables(both), "schools")
    open_to = row(schools, "Red warning: what may be ordered besides")
    assert [one.duty for one in open_to.left] == ["may"]
    assert open_to.right == ()
    bound = row(schools, "Red warning: outdoor activity and more")
    assert (bound.left, [one.duty for one in bound.right]) == ((), ["required"])


def test_the_day_from_which_schools_count_is_compared() -> None:
    """Day of notice here, start of response there: the row differs."""
    assert plan().school_begins == "day_of_notice"
    found = table(plan_tables(pair(school_begins="start_of_response")), "schools").rows[0]
    assert found.mark == "differs"


def test_ozone_that_one_plan_leaves_out_or_answers_otherwise() -> None:
    """Without the track the side is silent; as a response it differs in kind."""
    tracks = plan().tracks
    without = pair(tracks=tuple(one for one in tracks if one.id != "ozone"))
    assert row(table(plan_tables(without), "tracks"), "Ozone").mark == "only"
    response = pair(
        tracks=tuple(one.model_copy(update={"kind": "response"}) if one.id == "ozone" else one for one in tracks)
    )
    found = row(table(plan_tables(response), "tracks"), "Ozone")
    assert [detail.en for detail in found.details] == ["Only one starts an emergency response"]


def test_pairs_are_named_once() -> None:
    """A group gives every two of its places, a follower its own pair, and none comes twice."""
    content = content_of_two()
    group = ((TWIN, PLACE), (PLACE, TWIN))
    doubled = content.model_copy(update={"site": content.site.model_copy(update={"compare": group})})
    assert place_pairs(doubled) == ((TWIN, PLACE),)
    assert place_pairs(content_of_two(PLACE)) == ((PLACE, TWIN),)


def test_pages_of_a_pair_lead_on_and_cite_both_sides() -> None:
    """The index leads to the pair, the pair to its further pages, and each side has sources."""
    found = pages(content_of_two())
    assert list(found) == [
        "compare/",
        *(f"compare/{PLACE}/{TWIN}/{topic}" for topic in ("", "rules/", "vehicles/", "enterprises/")),
    ]
    index, view = found["compare/"].shown, found[f"compare/{PLACE}/{TWIN}/"].shown
    assert isinstance(index, IndexView)
    assert isinstance(view, PairView)
    assert [link.address for link in index.places] == [f"compare/{PLACE}/{TWIN}/"]
    assert {link.address for link in view.links} <= set(found)
    shown = [side for one in view.tables[:2] for told in one.rows for side in (*told.left, *told.right)]
    assert shown
    assert all(statement.citation is not None for statement in shown)


def test_a_warning_changes_nothing_here() -> None:
    """The views with an orange warning in force equal those without."""
    calm, warned = pages(content_of_two()), pages(content_of_two(None, ORANGE))
    assert {address: page.shown for address, page in calm.items()} == {
        address: page.shown for address, page in warned.items()
    }


def test_one_place_has_an_index_of_levels_only() -> None:
    """A site of one place has no pair of places, and the index names every two levels."""
    content = content_of_two()
    alone = content.model_copy(
        update={"places": content.places[:1], "site": content.site.model_copy(update={"compare": ()})}
    )
    (index,) = pages(alone).values()
    view = index.shown
    assert isinstance(view, IndexView)
    assert view.places == ()
    assert [len(links) for _, links in view.levels] == [3]
