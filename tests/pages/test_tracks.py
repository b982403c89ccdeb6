"""Advisory tracks: beside the levels, without a colour, and honest about what the plan leaves out."""

from typing import Any

from tests.real_site import ORANGE, OZONE, changed_plan, edition_at

from lantian.model.measure import Measure
from lantian.model.text import Text
from lantian.pages.edition import Edition
from lantian.pages.track_contrast import contrast_rows
from lantian.pages.tracks import TrackView, track_pages

SO2: dict[str, Any] = {**OZONE, "line": "so2", "id": "2026-07-02-01"}
SCHOOL = Measure(
    id="ozone-school", kind="advisory", topic="school", audiences=("schools",), duty="advised",
    tracks={"ozone": "5.3.4"}, text=Text(zh="午后不到室外", en="Stay indoors in the afternoon"),
)  # fmt: skip


def track(edition: Edition, name: str) -> TrackView:
    """Return the view of one track."""
    (view,) = (page.shown for page in track_pages(edition) if page.address == f"yangquan/{name}/")
    assert isinstance(view, TrackView)
    return view


def with_plan(**fields: object) -> Edition:
    """Return a calm edition whose plan differs in some fields."""
    return changed_plan("11-22 12:05", **fields)


def test_every_track_of_the_plan_has_its_page() -> None:
    """There are as many pages as the plan has tracks, and none where it has none."""
    assert [page.address for page in track_pages(edition_at("11-22 12:05"))] == ["yangquan/ozone/", "yangquan/so2/"]
    assert list(track_pages(with_plan(tracks=()))) == []


def test_an_advisory_in_force_is_the_heading() -> None:
    """While ozone advice holds its hours stand in the heading and the message is linked."""
    view = track(edition_at("07-01 13:00", OZONE), "ozone")
    assert view.in_force
    assert view.headline.en == "Health advisory: high ozone, 12:00–18:00 on 1 July"
    assert [link.address for link in view.messages] == [f"yangquan/bulletin/{OZONE['id']}/"]
    assert not track(edition_at("07-01 13:00", OZONE), "so2").in_force


def test_no_advisory_is_no_all_clear() -> None:
    """Without an advisory, also under a warning, the page says only that none was received."""
    calm = track(edition_at("11-22 12:05", ORANGE), "ozone")
    assert not calm.in_force
    assert "none has been received" in calm.headline.en
    assert "does not mean the air is clean" in calm.note.en
    assert calm.messages == ()


def test_past_advice_stays_linked() -> None:
    """When its hours are over an advisory no longer holds, and its message remains on the page."""
    over = track(edition_at("07-02 12:00", OZONE), "ozone")
    assert not over.in_force
    assert len(over.messages) == 1


def test_production_control_keeps_its_strength() -> None:
    """Control of production on ozone days is possible, not ordered, and names no percentage."""
    view = track(edition_at("11-22 12:05"), "ozone")
    assert [said.duty for said in view.measures] == ["may"]
    row = next(row for row in view.contrast if row.label.en == "Factories")
    assert row.ozone.zh.startswith("可能执行")
    assert "%" not in row.ozone.en


def test_sulfur_dioxide_says_what_is_missing() -> None:
    """The plan gives this track no measures and no level; the page says so and leads to the doubt."""
    view = track(edition_at("07-01 13:00", SO2), "so2")
    assert view.in_force
    assert view.measures == ()
    assert view.contrast == ()
    assert "an-50" in {link.anchor for link in view.doubts}
    assert any("no condition for ending" in fact.value.en for fact in view.facts)
    assert any(fact.value.en.startswith("None. Colors") for fact in view.facts)


def test_ozone_differs_from_particles_point_by_point() -> None:
    """Masks, hours and windows differ; this plan asks nothing of schools or drivers on ozone days."""
    rows = {row.label.en: row for row in contrast_rows(edition_at("11-22 12:05"))}
    assert rows["Masks"].ozone.zh == "普通口罩防不住臭氧"
    assert "KN95" in rows["Masks"].particles.zh
    assert rows["School"].particles.en == "The plan binds schools from Yellow warning up"
    assert "does not say" in rows["School"].ozone.en
    assert "no driving ban" in rows["Vehicles"].ozone.en
    assert rows["Color"].ozone.en == "None"


def test_a_plan_with_an_ozone_response_is_followed() -> None:
    """What another plan asks of schools on ozone days takes the place of the silence, with its strength."""
    plan = with_plan(measures=(SCHOOL,))
    rows = {row.label.en: row for row in contrast_rows(plan)}
    assert rows["School"].ozone.en == "Advised: Stay indoors in the afternoon"
    assert rows["School"].particles.en == "The plan requires nothing"
    assert [said.id for said in track(plan, "ozone").measures] == [SCHOOL.id]


def test_advice_of_the_levels_binds_nobody() -> None:
    """Where a plan only advises schools, the row names no level from which they are bound."""
    advice = SCHOOL.model_copy(update={"levels": {"yellow": "5.3.1"}, "tracks": {}})
    rows = {row.label.en: row for row in contrast_rows(with_plan(measures=(advice,)))}
    assert rows["School"].particles.en == "The plan requires nothing"
