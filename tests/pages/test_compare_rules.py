"""How warnings begin and end under two plans: figures and strength are compared, silence is said."""

from tests.pages.compare_cases import pair, plan, row, table
from tests.real_site import PLACE

from lantian.pages.compare_plans import plan_tables
from lantian.pages.compare_rules import rule_tables


def test_rules_of_time_are_compared_by_figures_and_strength() -> None:
    """Other hours differ, a missing rule is silence, and a `may` here with a `required` there differs in strength."""
    lifting = plan().lifting
    assert lifting is not None
    both = pair(
        lifting=lifting.model_copy(update={"hours": 12, "duty": "required"}),
        merging=None,
        early_start=plan().early_start,
    )
    rules = table(rule_tables(both), "rules")
    assert row(rules, "Lifting").mark == "differs"
    assert "Number of hours" in [detail.en for detail in row(rules, "Lifting").details]
    assert row(rules, "Two episodes merged").mark == "only"
    assert row(rules, "Early start").mark == "read"


def test_only_a_place_that_follows_must_say_how() -> None:
    """The place that issues its own warnings is not called silent about following, and the page warns of thresholds."""
    both = pair(PLACE, follows=plan().lifting)
    assert table(plan_tables(both), "thresholds").note is not None
    found = row(table(rule_tables(both), "rules"), "Whose warnings it follows")
    assert found.left[0].text.en == "This place takes over no other place’s warnings."
    assert found.mark == "differs"
    assert table(plan_tables(pair()), "thresholds").note is None


def test_deadlines_of_the_same_time_stand_in_a_row() -> None:
    """Every deadline of both plans is listed once, under its own time."""
    told = table(rule_tables(pair(deadlines=plan().deadlines[:3])), "deadlines")
    assert sum(len(one.left) for one in told.rows) == len(plan().deadlines)
    assert sum(len(one.right) for one in told.rows) == 3
