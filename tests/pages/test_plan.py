"""The pages about the plan: what the paper is, its rules, who does what, its clocks, statements and doubts."""

import re
from datetime import date
from typing import Any

import pytest
from tests.real_site import ORANGE, changed_plan, edition_at

from lantian.model.trigger import AllOf, thresholds
from lantian.pages.edition import Edition
from lantian.pages.plan import PlanView, plan_pages
from lantian.pages.plan_clauses import ClausesView, clauses_view
from lantian.pages.plan_deadlines import DeadlinesView, deadlines_view
from lantian.pages.plan_doubts import doubts_about, doubts_view
from lantian.pages.plan_levels import Branch, plan_levels_view
from lantian.pages.plan_organisations import organisations_view

CALM = edition_at("11-22 12:05")


def changed(**plan: object) -> Edition:
    """Return an edition whose plan differs in some fields."""
    return changed_plan("11-22 12:05", **plan)


def front(one: Edition) -> PlanView:
    """Return the view of the page about the paper."""
    view = next(plan_pages(one)).shown
    assert isinstance(view, PlanView)
    return view


def leaves(branch: Branch) -> list[str]:
    """Return the thresholds of a structure in words, from left to right."""
    return [word for part in branch.parts for word in leaves(part)] if branch.parts else [branch.text.en]


def test_no_page_changes_with_a_warning() -> None:
    """A message leaves every page about the plan as it was, and none of them promises a check."""
    warned = edition_at("11-22 12:05", ORANGE)
    pages = list(plan_pages(CALM))
    assert pages == list(plan_pages(warned))
    assert [page.address.removeprefix("yangquan/plan/") for page in pages] == [
        "", "levels/", "organisations/", "deadlines/", "clauses/", "doubts/",
    ]  # fmt: skip
    assert all(page.place is not None and page.place.clock.next_check_by is None for page in pages)


def test_the_paper_is_named_and_a_newer_one_is_not_excluded() -> None:
    """Number, date and what was repealed are told, and that a newer version may exist."""
    view = front(CALM)
    told = {fact.label.en: fact.value for fact in view.facts}
    assert told["Document number"] == CALM.plan.document.number
    assert told["Date of issue"].en == "28 November 2023"
    (repealed,) = (fact for fact in view.facts if fact.label.en == "Repeals")
    assert repealed.value.en == "Yangquan City heavy pollution weather emergency plan (2021), document number"
    assert repealed.native == CALM.plan.document.repeals[0].number
    assert "newer version may exist" in view.warning.en
    assert f"{len(CALM.plan.anomalies)} places" in " ".join(line.en for line in view.summary)


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({}, "names no end date"),
        ({"valid_until": date(2027, 3, 31)}, "until 31 March 2027"),
        ({"superseded_by": "yangquan-2023"}, "Replaced by the Yangquan City"),
    ],
)
def test_the_status_follows_the_dates(fields: dict[str, Any], status: str) -> None:
    """A plan without an end, with an end and with a successor are told apart."""
    assert status in front(changed(**fields)).facts[0].value.en


def test_every_doubt_has_its_anchor_and_keeps_its_words() -> None:
    """Each anomaly stands once under its own id with the disputed words as they are in the document."""
    entries = [entry for group in doubts_view(CALM).groups for entry in group.entries]
    assert sorted((entry.anchor, entry.words) for entry in entries) == sorted(
        (anomaly.id, anomaly.words) for anomaly in CALM.plan.anomalies
    )


def test_every_mark_of_doubt_finds_its_entry() -> None:
    """Whatever measure, rule or clause points to a doubt points to one that is listed."""
    listed = {entry.anchor for group in doubts_view(CALM).groups for entry in group.entries}
    doubts = (*(one.doubt for one in CALM.plan.measures), *(rule.doubt for rule in CALM.plan.vehicles.rules))
    marked = {doubt for doubt in doubts if doubt is not None}
    linked = {link.anchor for link in (*plan_levels_view(CALM).doubts, *organisations_view(CALM).doubts)}
    assert marked
    assert linked
    assert marked | linked <= listed


@pytest.mark.parametrize(
    ("clause", "doubts"),
    [
        ("3.3", ["an-50"]),
        ("4.2.2 para 1", ["an-04", "an-51"]),
        ("4.2", ["an-04"]),
        ("3.11", []),
        ("9.9; 5.6", ["an-52"]),
    ],
)
def test_a_doubt_concerns_its_clause_and_what_lies_in_it(clause: str, doubts: list[str]) -> None:
    """A doubt about a clause is linked from the clause and its paragraphs, never from a neighbor or a larger one."""
    assert [link.anchor for link in doubts_about(CALM, (clause,))] == doubts


def test_a_structure_says_what_is_evaluated() -> None:
    """Each level's structure has the thresholds of its trigger, joined by the word for all or for any."""
    view = plan_levels_view(CALM)
    assert [one.names for one in view.levels] == [level.names for level in CALM.plan.levels]
    for shown, level in zip(view.levels, CALM.plan.levels, strict=True):
        assert [re.findall(r"\d+", leaf) for leaf in leaves(shown.tree)] == [
            [str(part.over), str(part.hours)] for part in thresholds(level.trigger)
        ]
        assert ("All of these" in shown.tree.text.en) == isinstance(level.trigger, AllOf)


def test_tracks_have_no_level_colour() -> None:
    """Tracks take the neutral tone of advice, levels their own."""
    view = plan_levels_view(CALM)
    assert {track.tone for track in view.tracks} == {"advice"}
    assert [level.tone for level in view.levels] == ["yellow", "orange", "red"]


def test_rules_of_time_are_told_with_their_hours() -> None:
    """Lifting names 36 hours and the class Good; a plan without lowering shows no rule for it."""
    rules = {rule.id: rule for rule in plan_levels_view(CALM).rules}
    assert [fact.value.en for fact in rules["rule-lifting"].named] == ["36 hours", "Good"]
    assert [rule.said.permission for rule in rules.values() if rule.said and rule.said.duty == "may"] == [True, True]
    silent = {rule.id: rule for rule in plan_levels_view(changed(lowering=None)).rules}
    assert silent["rule-lowering"].said is None
    assert silent["rule-lifting"].said is not None


def test_regional_response_stands_with_the_levels() -> None:
    """The statements on the joint response of the region are part of the page on levels."""
    further = {group.id: group.rows for group in plan_levels_view(CALM).further}
    assert [row.duty for row in further["subject-regional"]] == ["required", "may", "required", "may"]
    assert [row.power for row in further["subject-regional"]] == [False, True, False, True]


def test_each_deadline_says_who_and_from_when() -> None:
    """Hours, one hour and a clock are worded apart; every row names its actor and its beginning."""
    view: DeadlinesView = deadlines_view(CALM)
    limits = {row.id: row.limit.en for row in view.rows}
    assert len(limits) == len(CALM.plan.deadlines)
    assert limits["deadline-form"] == "Within 1 hour"
    assert limits["deadline-in-place"] == "Within 2 hours"
    assert limits["deadline-daily-report"] == "Before 10:00"
    assert {"an-52"} <= {link.anchor for link in view.doubts}


def test_where_schools_begin_is_a_fact_of_the_plan() -> None:
    """The day of the notice and the start of the response are told apart."""
    assert "day the notice is published" in deadlines_view(CALM).school.en
    assert "start" in deadlines_view(changed(school_begins="start_of_response")).school.en
    assert all(said.begins is not None for said in deadlines_view(CALM).own_beginning)


def test_every_statement_stands_once_under_its_subject() -> None:
    """No statement is lost, and one that only states a fact has no strength."""
    view: ClausesView = clauses_view(CALM)
    rows = [row for group in view.groups for row in group.rows]
    assert sorted(row.id for row in rows) == sorted(f"statement-{one.id}" for one in CALM.plan.statements)
    facts = {f"statement-{one.id}" for one in CALM.plan.statements if one.duty is None}
    assert facts
    assert {row.id for row in rows if not row.duty} == facts
    assert [link.anchor for link in view.contents] == [group.id for group in view.groups]


def test_units_have_duty_lines_and_no_mobile_number() -> None:
    """Every organization stands once; its numbers are duty lines; a part leads to its whole."""
    view = organisations_view(CALM)
    units = {unit.id: unit for kind in view.kinds for unit in kind.units}
    assert len(units) == len(CALM.plan.organisations)
    phones = [phone for unit in units.values() for phone in unit.phones]
    assert phones
    assert not [phone for phone in phones if re.fullmatch(r"1[3-9]\d{9}", phone)]
    part = units["unit-traffic-police"]
    assert part.within is not None
    assert part.within.anchor in units
    assert {link.anchor for link in view.doubts} >= {"an-41", "an-42", "an-56"}


def test_a_plan_without_levels_and_doubts_is_still_told() -> None:
    """A bare plan gives all six pages, and the summary names neither levels nor doubts."""
    bare = changed(levels=(), tracks=(), anomalies=(), measures=(), statements=(), working_groups=(), approvals=())
    assert len(list(plan_pages(bare))) == 6
    assert doubts_view(bare).groups == ()
    assert not any("warning levels" in line.en or "doubtful" in line.en for line in front(bare).summary)
