"""The browser's script and the generator's model give the same answer to every question on a vehicle."""

from collections import Counter
from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from lantian.model.vehicle import VerdictCode
from vehicle_questions import Asked, evaluated

pytestmark = pytest.mark.browser

CHECK = "en/yangquan/vehicle/check/"
TOTAL, SEED = 100_000, 20261122
VERDICTS = set(get_args(VerdictCode))
OF_MOMENT = (
    "not_yet",
    "stale",
    "past",
    "no_such_vehicle",
    "not_in_force",
    "exercise",
    "plate_letter",
    "plate_temporary",
)
OF_RULES = ("plate_day", "not_plate_day", "outside_hours", "released", "stage_unknown", "restriction_unspecified")
REASONS = {
    "vehicle_page.reason_beside_levels",
    *(f"vehicle_check.{name}" for name in OF_MOMENT),
    *(f"vehicle.reason_{name}" for name in OF_RULES),
}


def test_both_sides_give_the_same_answers(page: Page) -> None:
    """A hundred thousand questions on every plan, state, span, plate and hour get one answer from both sides."""
    asked = Asked(TOTAL, SEED)
    told = evaluated(page, asked)
    assert asked.count >= TOTAL
    different = [
        (one["table"], one["asked"][index], ours, theirs)
        for one, answers, found in zip(asked.rounds, asked.answers, told, strict=True)
        for index, (ours, theirs) in enumerate(zip(answers, found, strict=True))
        if ours != theirs
    ]
    assert not different, (len(different), different[:5])
    seen = Counter(part for answers in asked.answers for line in answers for part in line.split(",")[:2])
    assert {*VERDICTS, *REASONS} <= seen.keys()
    assert min(seen[part] for part in {*VERDICTS, *REASONS}) > 10


def test_an_unknown_standard_counts_only_where_standards_differ(page: Page, server: str, situation: str) -> None:
    """A car of any standard may drive, and nothing else is told below; a heavy truck is to be planned as if banned."""
    warned = situation == "warned"
    page.goto(server + CHECK + "#small_passenger/petrol/unknown/open_roads/unknown")
    expect(page.locator("#told")).to_have_text("Allowed" if warned else "No emergency rule in force")
    expect(page.locator("#why")).to_contain_text("Ordinary traffic rules")
    expect(page.locator("#result")).not_to_contain_text("as if banned")
    page.goto(server + CHECK + "#heavy_truck/diesel/unknown/open_roads/unknown")
    page.reload()
    expect(page.locator("#told")).to_have_text("Cannot tell" if warned else "No emergency rule in force")
    why = expect(page.locator("#why"))
    (why.to_contain_text if warned else why.not_to_contain_text)("plan as if banned")
