"""The vehicle forms as people use them: by keys, by a shared address, and with data too old."""

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect

from site_pages import SitePage
from test_weight import SCRIPT_BYTES, compressed, parts

pytestmark = pytest.mark.browser

CHECK, FLEET = "en/liaocheng/vehicle/check/", "en/liaocheng/vehicle/fleet/"
TRUCK = "#heavy_truck/diesel/4/urban_area/unknown"
CAR = "#small_passenger/petrol/5/ring_road/5/2026-11-23T09:00"
SCRIPTS = Path(__file__).resolve().parents[2] / "theme" / "static" / "js" / "vehicle"
TOLD = {"as-it-is": "No emergency rule in force", "warned": "Do not drive"}


def aged(route: Route) -> None:
    """Answer with a status whose promised check ran out an hour before the server's present."""
    body = route.fetch().json()
    body["next_check_by"] = "2026-11-22T11:05:00+08:00"
    route.fulfill(json=body)


def test_a_question_is_asked_by_keys_and_answered_once(page: Page, server: str, situation: str) -> None:
    """With keys alone a truck is chosen and asked for; the answer is in the one live region, and in the address."""
    page.goto(server + CHECK)
    # Only a visible field takes the focus, and the form appears when its table has come.
    expect(page.locator("form#ask")).to_be_visible()
    page.get_by_label("Type on the registration document").focus()
    page.keyboard.type("Heavy")
    page.keyboard.press("Tab")
    page.keyboard.type("diesel")
    page.keyboard.press("Tab")
    page.keyboard.type("China IV")
    for _ in range(2):
        page.keyboard.press("Tab")
    page.keyboard.type("Urban")
    page.get_by_role("button", name="Show the answer").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_have_text(TOLD[situation])
    assert page.locator("[role=status]:visible").count() == 1
    assert page.url.endswith(CHECK + TRUCK)
    assert page.locator("#rules").is_visible() == (situation == "warned")


def test_an_address_holds_the_question(page: Page, server: str, situation: str) -> None:
    """A shared address answers at once; in the other language and after a change of it, too."""
    page.goto(server + CHECK + TRUCK)
    expect(page.locator("#told")).to_have_text(TOLD[situation])
    assert page.locator("#permalink").get_attribute("href") == page.url
    assert page.locator("#page-of-class").get_attribute("href") == "../heavy-truck/cn4/"
    page.evaluate("location.hash = '#tractor/diesel/unknown/urban_area/unknown'")
    expect(page.locator("#asked")).to_contain_text("Tractor")
    page.goto(server + CHECK + "#tractor/petrol/6/nowhere/unknown")
    page.reload()
    expect(page.locator("#fault")).to_contain_text("does not exist here")
    expect(page.locator("#result")).to_be_hidden()


def test_seven_days_say_what_is_not_known(page: Page, server: str, situation: str) -> None:
    """The days follow each other without a gap; after what is announced, none of them is allowed."""
    page.goto(server + CHECK + TRUCK)
    rows = page.locator("#week tbody tr")
    expect(rows.last).to_contain_text("Not known yet")
    told = rows.all_inner_texts()
    assert TOLD[situation] in told[0]
    assert not any("Allowed" in text for text in told[1:])
    spans = [text.splitlines()[0].split(" – ") for text in told]
    assert all(one[1] == other[0] for one, other in pairwise(spans))


def test_odd_and_even_days(page: Page, server: str, situation: str) -> None:
    """Under the odd-even rule a plate may drive on its date; without a warning that day is not known."""
    page.goto(server + CHECK + CAR)
    if situation == "warned":
        expect(page.locator("#likely")).to_be_hidden()
    expect(page.locator("#told")).to_have_text("Cannot tell")
    expect(page.locator("#asked")).to_contain_text("Last digit of the plate 5")
    page.goto(server + CHECK + CAR.rpartition("/")[0] + "/2026-11-22T12:30")
    page.reload()
    expect(page.locator("#told")).to_have_text(
        {"as-it-is": "No emergency rule in force", "warned": "Do not drive"}[situation]
    )


def test_an_answer_comes_with_all_that_belongs_to_it(page: Page, server: str, situation: str) -> None:
    """Under a ban: rule with its clause, exemptions on both sides, hours, proof, plan and moment; else the last two."""
    page.goto(server + CHECK + "#small_passenger/petrol/5/ring_road/5")
    expect(page.locator("#result")).to_be_visible()
    warned = situation == "warned"
    assert [page.locator(f"#{part}").is_visible() for part in ("rules", "claims", "unhelpful", "hours", "carry")] == [
        warned
    ] * 5
    if warned:
        expect(page.locator("#rules")).to_contain_text("clause 4.4.4.3")
        expect(page.locator("#unhelpful")).to_contain_text("New energy vehicles")
        expect(page.locator("#claims")).not_to_contain_text("New energy vehicles")
        expect(page.locator("#hours")).to_contain_text("name no hours")
        expect(page.locator("#carry")).to_contain_text("Which proof the plan does not say")
    expect(page.locator("#version")).to_contain_text("Liaocheng plan of 2020")
    expect(page.locator("#computed")).to_have_text(
        "Worked out at 12:05 on Sunday 22 November; status as of 12:05 on Sunday 22 November"
    )


def test_half_a_moment_is_refused(page: Page, server: str) -> None:
    """A date without a time is told at the form, and the missing field has the focus."""
    page.goto(server + CHECK)
    page.get_by_label("Date", exact=True).fill("2026-11-23")
    page.get_by_role("button", name="Show the answer").click()
    expect(page.locator("#fault")).to_contain_text("Give both")
    expect(page.get_by_label("Time", exact=True)).to_be_focused()
    expect(page.locator("#result")).to_be_hidden()


def test_data_too_old_answer_nothing(page: Page, server: str) -> None:
    """Where the promised check is overdue, or no status comes, the page says so and cannot tell."""
    page.route("**/status.json", aged)
    page.goto(server + CHECK + TRUCK)
    expect(page.locator("#told")).to_have_text("Cannot tell")
    expect(page.locator("#stale-status")).to_contain_text("out of date")
    page.unroute("**/status.json")
    page.route("**/status.json", lambda route: route.abort())
    page.reload()
    expect(page.locator("#told")).to_have_text("Cannot tell")
    expect(page.locator("#stale-status")).to_contain_text("could not be learned")


def test_each_question_asks_for_the_status_again(page: Page, server: str) -> None:
    """A page left open learns what changed since it was loaded, and keeps what it knew if nothing comes."""
    page.goto(server + CHECK + TRUCK)
    expect(page.locator("#result")).to_be_visible()
    page.route("**/status.json", lambda route: route.abort())
    before = page.locator("#told").inner_text()
    page.locator("#ask button").click()
    expect(page.locator("#told")).to_have_text(before)
    page.unroute("**/status.json")
    page.route("**/status.json", aged)
    page.locator("#ask button").click()
    expect(page.locator("#told")).to_have_text("Cannot tell")


def test_without_the_table_there_is_no_form(page: Page, server: str) -> None:
    """If the table does not come, the form stays away and the page leads to the classes."""
    page.route("**/vehicle-check.json", lambda route: route.abort())
    for address in (CHECK, FLEET):
        page.goto(server + address)
        expect(page.locator("#failed")).to_be_visible()
        expect(page.locator("form")).to_be_hidden()
        assert page.get_by_role("link", name="Heavy-duty truck").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_an_answer(page: Page, server: str, scheme: str) -> None:
    """The form with its answer passes axe in both languages and fits on a phone."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for language in ("zh", "en"):
        page.goto(server + CHECK.replace("en", language, 1) + TRUCK)
        expect(page.locator("#result")).to_be_visible()
        assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360


def test_scripts_are_small_and_speak_to_older_browsers(pages: list[SitePage]) -> None:
    """All scripts of the two pages stay within the budget of a page, and use no syntax newer than ES2017."""
    wanted = {"pages/vehicle_check.html", "pages/vehicle_fleet.html"}
    sizes = {
        page.address: sum(compressed(file) for file in parts(page, "//script/@src"))
        for page in pages
        if page.template in wanted
    }
    assert len(sizes) == 12
    assert max(sizes.values()) <= SCRIPT_BYTES
    newer = re.compile(
        r"\?\.[a-z(\[]|\?\?|\{\s*\.\.\.|catch \{|\*\*|await|\.flat\(|\.matchAll|\.replaceAll|fromEntries"
    )
    for script in sorted(SCRIPTS.glob("*.js")):
        assert not newer.search(script.read_text(encoding="utf-8")), script.name


def test_table_and_status_are_all_that_is_asked_for(page: Page, server: str) -> None:
    """Beside the page, its style and two scripts, the form asks for the table and the status of its place."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(server + CHECK + TRUCK)
    expect(page.locator("#result")).to_be_visible()
    data = sorted(url.removeprefix(server) for url in asked if "/data/" in url)
    assert data == ["data/liaocheng/status.json", "data/liaocheng/vehicle-check.json"]
    assert json.loads(page.request.get(server + data[1]).text())["place"] == "liaocheng"
