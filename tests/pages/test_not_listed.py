"""A company that is on no list: three questions, each with what the plan says or that it does not."""

import pytest
from tests.pages.enterprise_cases import ACTIVE, EXERCISE, NONE, situated
from tests.real_site import at, content_with

from lantian.pages.edition import edition
from lantian.pages.not_listed import Outcome, UnlistedView, not_listed_pages, unlisted_view

CASES = ["case-may-continue", "case-common", "case-same-kind"]


def shown(place: str) -> UnlistedView:
    """Return the page of a place."""
    content = content_with()
    return unlisted_view(edition(content, content.place(place), at("11-22 12:00")))


def told(outcome: Outcome) -> list[str]:
    """Return the ids of the rules that answer a question, or that the plan is silent."""
    return [rule.said.id for rule in outcome.classes] or (["unsaid"] if outcome.unsaid else ["table"])


@pytest.mark.parametrize(
    ("place", "answers"),
    [
        ("yangquan", [["micro"], ["unsaid"], ["unlisted"]]),
        ("liaocheng", [["micro"], ["unlisted"], ["table"]]),
        ("liaocheng-resort", [["micro"], ["unsaid"], ["non_key"]]),
    ],
)
def test_each_plan_answers_the_three_questions_as_far_as_it_does(place: str, answers: list[list[str]]) -> None:
    """All three questions stand on every page, in one order; what one plan says is never taken for another's."""
    found = shown(place)
    assert [outcome.anchor for outcome in found.outcomes] == CASES
    assert [told(outcome) for outcome in found.outcomes] == answers
    assert not {"micro", "unlisted", "non_key"} & {rule.said.id for rule in found.others}


@pytest.mark.parametrize("place", ["yangquan", "liaocheng", "liaocheng-resort"])
def test_every_answer_has_its_clause(place: str) -> None:
    """Rules and tables name where the plan says so; silence has no clause to name."""
    for outcome in shown(place).outcomes:
        cited = [rule.said.citation for rule in outcome.classes] + [outcome.citation] * (outcome.text is not None)
        assert bool(cited) is (outcome.unsaid is None)
        assert all(one is not None and one.clause for one in cited)


def test_the_exception_names_every_condition() -> None:
    """Small companies read all five conditions, and that it is a possibility only."""
    (micro,) = shown("yangquan").outcomes[0].classes
    assert (micro.said.duty, len(micro.conditions)) == ("may", 5)


def test_the_way_leads_to_the_measures_that_are_meant() -> None:
    """The same kind of sector is looked up in the list of sectors, the guided kinds in their own table."""
    ways = [shown(place).outcomes[2].way for place in ("yangquan", "liaocheng")]
    assert [way.address for way in ways if way] == [
        "yangquan/enterprise/sector/",
        "liaocheng/enterprise/guidance/",
    ]


def test_a_silent_plan_is_said_to_be_silent() -> None:
    """Without rules and tables each question is answered with a sentence of its own, never with "no measures"."""
    bare = {"classes": (), "guidance": (), "sectors": ()}
    silent = unlisted_view(situated(NONE, industry=situated(NONE).plan.industry.model_copy(update=bare)))
    assert [outcome.unsaid is not None for outcome in silent.outcomes] == [True, True, True]
    assert len({outcome.unsaid for outcome in silent.outcomes}) == 3
    assert [outcome.way for outcome in silent.outcomes] == [None, None, None]
    assert silent.contacts[0].phones


def test_it_does_not_change_with_the_warning() -> None:
    """The page is the same without a warning, under one, and in an exercise."""
    pages = [tuple(not_listed_pages(situated(case), ())) for case in (NONE, ACTIVE, EXERCISE)]
    assert [page.shown for (page,) in pages][1:] == [pages[0][0].shown] * 2
