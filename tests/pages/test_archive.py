"""A campaign that has ended is an archive: it says so first, contradicts openly, and reaches no answer about now."""

from dataclasses import replace

import pytest
from tests.campaigns import NOON, archived, content_of, edition_of, sample_campaign
from tests.real_site import ORANGE, PLACE, at

from lantian.build import plan
from lantian.pages.archive import archive_pages, archive_view
from lantian.pages.archive_clauses import archived_clauses_view
from lantian.pages.archive_doubts import archived_doubts_view
from lantian.pages.archive_limits import LimitsView, limits_view
from lantian.pages.archive_tables import tables_view, tasks_view
from lantian.pages.archived import TOPICS
from lantian.pages.edition import edition

ROOT = f"{PLACE}/plan/sample-winter/"


@pytest.mark.parametrize("messages", [(), (ORANGE,)], ids=["calm", "orange"])
def test_no_page_and_no_file_about_now_knows_the_campaign(messages: tuple[dict[str, object], ...]) -> None:
    """With and without it all pages are equal but its own, the plan's front page and the site map; so are all files."""
    with_it, without = (
        plan(content_of(*campaigns, messages=messages), at(NOON)) for campaigns in ((sample_campaign(),), ())
    )
    pages = [{page.address: (page.title, page.shown, page.place) for page in site.pages} for site in (with_it, without)]
    changed = {address for address, shown in pages[0].items() if pages[1].get(address) != shown}
    assert changed == {f"{PLACE}/sitemap/", f"{PLACE}/plan/", ROOT, *(f"{ROOT}{topic}/" for topic in TOPICS)}
    files = [{one.address: one.data for one in site.documents} for site in (with_it, without)]
    differing = {address for address, data in files[0].items() if files[1].get(address) != data}
    own = {address for address in files[0] if address.startswith(f"data/{PLACE}/sample-winter/")}
    assert own
    assert differing == own | {f"data/{PLACE}/plan.json"}
    assert pages[0].keys() - pages[1].keys() == changed - {f"{PLACE}/sitemap/", f"{PLACE}/plan/"}


def test_archive_pages_do_not_change_with_a_warning() -> None:
    """A message leaves every archive page as it was, and none of them promises a check."""
    content = content_of(sample_campaign(), messages=(ORANGE,))
    warned = list(archive_pages(edition(content, content.place(PLACE), at(NOON))))
    assert warned == list(archive_pages(edition_of(sample_campaign())))
    assert len(warned) == 1 + len(TOPICS)
    assert all(page.place is not None and page.place.clock.next_check_by is None for page in warned)


def test_every_page_says_first_that_it_ended() -> None:
    """Title, heading, bar and foot of each page say that it has ended, in both languages."""
    pages = list(archive_pages(edition_of(sample_campaign())))
    assert pages
    for page in pages:
        assert page.title.zh.startswith("【已结束")
        assert page.title.en.startswith("Ended")
        ended = page.shown.ended  # type: ignore[attr-defined]
        assert ended.heading.zh.startswith("已结束")
        assert ended.heading.en.startswith("Ended")
        assert "29 February 2020" in ended.bar.en
        assert "not in force" in ended.bar.en
        assert "不再有效" in ended.bar.zh
        assert page.place is not None
        assert "not the plan in force" in page.place.plan_line.en
        assert "Sample winter plan" in page.place.plan_line.en


def test_citations_name_the_document_that_ended() -> None:
    """Every source on the front page is the campaign's own paper, never the plan in force."""
    view = archive_view(archived())
    cited = [fact.citation for fact in (*view.facts, *view.aims) if fact.citation]
    cited += [level.citation for level in view.levels] + [rule.said.citation for rule in view.rules]
    assert cited
    assert {one.document for one in cited} == {"sample-winter"}
    assert all("Sample Office 2019 No. 1" in one.label.en for one in cited)


def test_shares_say_or_more_only_where_the_document_does() -> None:
    """Blue has its bare figure and says what is not set; red has "or more"."""
    blue, red = archive_view(archived()).levels
    assert [share.value.en for share in blue.shares] == ["5%", "Not set", "Not set", "5%"]
    assert [share.value.en for share in red.shares] == ["30% or more"] * 3 + ["20% or more"]
    assert [link.anchor for link in red.doubts] == ["an-1"]


def test_limits_keep_their_force_and_their_grantor() -> None:
    """An exact cut, an open end, an uncounted share and who could grant an exception are told as they are."""
    view: LimitsView = limits_view(archived())
    works, mills = view.limits
    assert (works.action.en, works.counted_by) == ("Stop", None)
    assert works.exceptions[0].grantor is not None
    assert works.exceptions[0].grantor.en == "Government of Sample City"
    assert mills.action.en == "Cut 30%"
    assert mills.counted_by is not None
    assert mills.counted_by.en == "The document does not say"
    assert view.periods[0].starts.en == "1 November 2019"
    assert view.periods[0].ends.en == "The document does not say"
    assert view.transport[0].period.en == "No period named"


def test_at_least_is_added_to_a_limit() -> None:
    """The same limit with "or more" in the document says so."""
    limits = tuple(one.model_copy(update={"at_least": True}) for one in sample_campaign().limits)
    assert limits_view(archived(limits=limits)).limits[1].action.en == "Cut 30% or more"


def test_tables_are_printed_as_they_are() -> None:
    """Figures keep their decimals and signs; households are added up; each table leads to its file."""
    view = tables_view(archived())
    targets, households, coal = view.tables
    assert [figure.en for figure in targets.rows[0].figures] == ["15.0%", "15%"]
    assert households.rows[0].figures[0].en == "1,000"
    assert "1,000" in households.notes[1].en
    assert [figure.en for figure in coal.rows[0].figures] == ["2", "1.1", "-0.9", "1", "0.1", "1.0"]
    assert coal.file.address == f"data/{PLACE}/sample-winter/coal.csv"
    (group,) = tasks_view(archived()).groups
    assert group.tasks[0].departments.en == "Sample office"


def test_statements_stand_under_their_item_with_the_bodies() -> None:
    """Paragraphs without an item come first; each names who led or carried it out; a fact has no strength."""
    (section,) = archived_clauses_view(archived()).sections
    loose, numbered = section.items
    assert loose.heading is None
    assert loose.passages[0].rows[0].duty == ""
    assert [fact.value.en for fact in loose.passages[0].who] == ["Government of Sample City"]
    assert numbered.heading is not None
    assert numbered.heading.en == "1. Stop work"
    assert [(fact.label.en, fact.value.en) for fact in numbered.passages[0].who] == [("Led by", "Sample office")]


def test_contradictions_stand_side_by_side() -> None:
    """A doubt with two sides shows both with their clauses; one without sides is listed apart."""
    view = archived_doubts_view(archived())
    assert [side.text.en for side in view.contradictions[0].sides] == ["Thirty", "Twenty"]
    assert [side.citation.clause for side in view.contradictions[0].sides] == ["二 1", "附件1"]
    plain = tuple(one.model_copy(update={"sides": ()}) for one in sample_campaign().anomalies)
    bare = archived_doubts_view(archived(anomalies=plain))
    assert not bare.contradictions
    assert [one.anchor for one in bare.others] == ["an-1"]


def test_every_mark_of_doubt_finds_its_entry() -> None:
    """Links to doubts lead to the page that lists them, under an anchor that is there."""
    view = archive_view(archived())
    marks = [link for level in view.levels for link in level.doubts]
    listed = {one.anchor for one in archived_doubts_view(archived()).contradictions}
    assert marks
    assert {(link.address, link.anchor) for link in marks} <= {(f"{ROOT}doubts/", anchor) for anchor in listed}


def test_two_campaigns_stand_beside_each_other() -> None:
    """A place may have several; each has pages of its own."""
    older = sample_campaign().model_copy(update={"id": "sample-older"})
    one = edition_of(sample_campaign())
    both = replace(one, entry=one.entry.model_copy(update={"campaigns": (sample_campaign(), older)}))
    fronts = [page.address for page in archive_pages(both) if page.template == "pages/archive.html"]
    assert fronts == [ROOT, f"{PLACE}/plan/sample-older/"]
