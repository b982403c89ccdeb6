"""The start, the list of sectors, the grades and the page of the unlisted."""

import re

import pytest
from tests.pages.enterprise_cases import ACTIVE, EVERY, EXERCISE, NONE, Told, content, said_by_cells, situated

from lantian.pages.enterprise_help import grades_view
from lantian.pages.enterprise_words import contacts
from lantian.pages.enterprises import enterprise_pages, general_pages, sectors_view, sheet_pages, start_view
from lantian.pages.page import Page


def pages(told: Told) -> dict[str, Page]:
    """Return all pages of the family by address."""
    families = (enterprise_pages, sheet_pages, general_pages)
    return {page.address: page for family in families for page in family(situated(told))}


def test_every_row_and_topic_has_its_page() -> None:
    """The start, the list, the grades, the page of the unlisted and one page per row stand at their addresses."""
    found = pages(NONE)
    topics = {"", "sector/", "grades/", "not-listed/"}
    assert {f"yangquan/enterprise/{topic}" for topic in topics} < set(found)
    own = [address for address in found if "/board/" not in address]
    assert len(own) == len(topics) + len(content().place("yangquan").plan.industry.sectors)
    assert found["yangquan/enterprise/sector/09-cement/"].template == "pages/enterprise_sector.html"


@pytest.mark.parametrize("topic", ["sector/", "grades/", "not-listed/"])
def test_still_pages_do_not_change_with_the_warning(topic: str) -> None:
    """The list, the grades and the page of the unlisted are the same whatever is issued."""
    address = f"yangquan/enterprise/{topic}"
    calm = pages(NONE)[address]
    assert all(pages(told)[address] == calm for told in EVERY)


def test_rules_beside_the_annex_follow_the_level() -> None:
    """With a level the start shows its rules under its clause, required ones first; without one it names the levels."""
    calm, orange = start_view(situated(NONE)), start_view(situated(ACTIVE))
    assert [rule.duty for rule in orange.common] == sorted((rule.duty for rule in orange.common), reverse=True)
    trucks = next(rule for rule in orange.common if rule.id == "large-enterprises-trucks")
    assert trucks.mark_note is None
    assert "5.3.2" in trucks.citation.clause
    assert "5.3.3" not in trucks.citation.clause
    assert all(rule.mark_note is not None for rule in calm.common)
    assert "Exercise (if this were" in start_view(situated(EXERCISE)).common_intro.en


@pytest.mark.parametrize(
    ("others", "first"), [(NONE, "No colored warning is in force, but"), (ACTIVE, "Beside the level")]
)
def test_an_advisory_is_not_called_a_response_in_force(others: Told, first: str) -> None:
    """An ozone advisory is no emergency response and may only be announced: the list says what is true of both."""
    ozone: Told = [*others, {"action": "issue", "line": "ozone", "issued": "11-22 08:00", "starts": "11-23 12:00"}]
    line = start_view(situated(ozone)).lines[0]
    assert line.en.startswith(f"{first} an advisory or a response without levels has been issued")
    assert start_view(situated(others)).lines[0] != line


@pytest.mark.parametrize("told", [ACTIVE, EXERCISE])
def test_the_heading_stops_nobody_who_decides_himself(told: Told) -> None:
    """What a level asks differs by sector and grade, and grades that decide themselves stop nothing by the plan."""
    headline = start_view(situated(told)).headline
    assert "采取减排措施" in headline.zh
    assert "停产" not in headline.zh
    assert not {"stop", "cut"} & set(headline.en.split())


def test_an_advisory_says_what_it_asks_of_companies() -> None:
    """While an ozone advisory holds, the start shows what it asks of companies, and no column stands out."""
    ozone: Told = [{"action": "issue", "line": "ozone", "issued": "11-22 08:00"}]
    shown = start_view(situated(ozone))
    assert [rule.id for rule in shown.advised] == ["ozone-production-control"]
    assert start_view(situated(NONE)).advised == ()


def test_contacts_are_duty_lines_hotline_first() -> None:
    """The hotline comes first, then the office that runs it and every county of the plan, with no mobile number."""
    edition_ = situated(NONE)
    found = tuple(contacts(edition_))
    counties = [one.names for one in edition_.plan.organisations if one.kind == "county"]
    assert found[0].phones == (edition_.place.hotline,)
    assert [one.names for one in found[2:]] == counties
    assert not [phone for one in found for phone in one.phones if re.fullmatch(r"1\d{10}", phone)]


def test_grades_page_explains_what_the_tables_use() -> None:
    """Every grade of the plan is explained, and every word that a cell of its tables shows."""
    shown = grades_view(situated(NONE))
    assert [one.label.en for one in shown.grades][:5] == ["Grade A", "Grade B", "Grade C", "Grade D", "Leading"]
    assert {entry.word for _, _, entry in said_by_cells()} == {one.word for one in shown.kinds}


def test_sectors_without_a_row_are_named() -> None:
    """A national key sector without a row is listed as such, with the way to the row that takes in the rest."""
    shown = sectors_view(situated(NONE))
    assert "Coking" in [names.en for names in shown.without_row]
    assert "Cement" not in [names.en for names in shown.without_row]
    assert shown.rest is not None
    assert shown.rest.address.endswith("/22-other/")
    assert [line.number for line in shown.sectors] == sorted(line.number for line in shown.sectors)
    leather = next(line for line in shown.sectors if line.number == 14)
    assert [grade.en for grade in leather.grades] == ["Leading", "Non-leading"]
