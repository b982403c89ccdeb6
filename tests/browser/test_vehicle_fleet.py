"""The fleet view: lists in many spellings, files in several encodings, bad lines, a saved file that harms nobody."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

FLEET = "en/liaocheng/vehicle/fleet/"
TOLD = {"as-it-is": "No emergency rule in force", "warned": "Do not drive"}
FORMULAS = ("=cmd|' /C calc'!A0", "+1+1", "-2", "@SUM(A1)", "\uff1d1")


def answered(page: Page, text: str) -> None:
    """Paste a list and ask."""
    page.locator("#list").fill(text)
    page.get_by_role("button", name="Show the answers").click()
    expect(page.locator("#result")).to_be_visible()


def saved(page: Page) -> list[str]:
    """Return the lines of the CSV file that the page offers."""
    with page.expect_download() as download:
        page.get_by_role("button", name="Save as CSV").click()
    data = download.value.path().read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\r\n")
    return data.decode("utf-8-sig").removesuffix("\r\n").split("\r\n")


def upload(page: Page, data: bytes) -> None:
    """Choose a file."""
    # A file is taken by a hidden field too, before anybody listens; the form appears when its table has come.
    expect(page.locator("form#ask")).to_be_visible()
    page.locator("#file").set_input_files({"name": "fleet.csv", "mimeType": "text/csv", "buffer": data})


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_sample_is_understood(page: Page, server: str, language: str) -> None:
    """The lines that the page shows as an example can be pasted, in both languages and at every place."""
    for place in ("liaocheng", "liaocheng-resort", "yangquan"):
        page.goto(f"{server}{language}/{place}/vehicle/fleet/")
        expect(page.locator("#fleet")).to_be_visible()
        page.locator("#list").fill(page.locator("pre").inner_text())
        page.locator("#ask button").click()
        expect(page.locator("#answers tbody tr")).to_have_count(3)
        expect(page.locator("#faults")).to_be_hidden()


def test_a_pasted_list_in_many_spellings(page: Page, server: str, situation: str) -> None:
    """Chinese and English, every separator, a heading, quotes are read; nonsense is named by its line."""
    page.goto(server + FLEET)
    answered(
        page,
        "车牌,车型,燃料,排放标准\n鲁P12345，重型货车，柴油，国四\nB;heavy truck;diesel;China IV;Urban areas;3\n\n"
        '"C, the old one",hgv,diesel,4\nD\tCar\tev\n重卡,柴油,国Ⅳ\n'
        "E,spaceship,diesel,4\nF,tractor,diesel,6\nG,car,petrol,5,moon\n",
    )
    expect(page.locator("#told")).to_have_text(
        "Vehicles answered: 5. Lines not understood: 3. Taken for a heading: line 1"
    )
    assert page.locator("#answers .at").all_inner_texts() == ["2", "3", "5", "6", "7"]
    assert page.locator("#answers .name").all_inner_texts()[2] == "C, the old one"
    assert [text.partition(":")[0] for text in page.locator("#faults li").all_inner_texts()] == [
        "Line 8",
        "Line 9",
        "Line 10",
    ]
    assert page.locator("#answers .told").all_inner_texts()[0] == TOLD[situation]
    assert "· 5" in page.locator("#answers .what").first.inner_text()


def test_a_file_in_an_older_encoding_and_one_that_is_none(page: Page, server: str) -> None:
    """A list in GB18030 is read as it is; bytes that are no text are refused in words."""
    page.goto(server + FLEET)
    lines = "甲,重型货车,柴油,国四\r\n乙,轿车,汽油,国六\r\n"
    upload(page, lines.encode("gb18030"))
    expect(page.locator("#answers .name")).to_have_text(["甲", "乙"])
    upload(page, b"\x00\xff\xff\x80")
    expect(page.locator("#fault")).to_contain_text("was not read")


def test_more_than_the_limit_is_refused(page: Page, server: str) -> None:
    """Five hundred vehicles are answered; one more, and none is, with the number in words."""
    page.goto(server + FLEET)
    line = "x,car,petrol,5\n"
    answered(page, line * 500)
    expect(page.locator("#answers tbody tr")).to_have_count(500)
    page.locator("#list").fill(line * 501)
    page.locator("#ask button").click()
    expect(page.locator("#fault")).to_contain_text("501")
    expect(page.locator("#result")).to_be_hidden()


def test_the_saved_file_runs_nothing_in_a_spreadsheet(page: Page, server: str) -> None:
    """What a spreadsheet would take for a formula is kept as text, quotes are doubled, lines end by CR LF."""
    page.goto(server + FLEET)
    labels = (*FORMULAS, 'a "b"')
    quoted = [label.replace('"', '""') for label in labels]
    answered(page, "\n".join(f'"{label}",car,petrol,5' for label in quoted))
    head, *rows = saved(page)
    assert head.startswith('"Line","Label","Vehicle"')
    assert len(rows) == len(labels)
    assert [row.split('","')[1] for row in rows] == [*(f"'{label}" for label in FORMULAS), 'a ""b""']
    assert {row.count('","') for row in rows} == {15}


def test_nothing_of_a_list_leaves_the_browser(page: Page, server: str) -> None:
    """From the paste to the saved file no request is made that carries anything, and nothing is stored."""
    page.goto(server + FLEET)
    expect(page.locator("#fleet")).to_be_visible()
    asked: list[tuple[str, str, str | None]] = []
    page.on("request", lambda one: asked.append((one.method, one.url, one.post_data)))
    answered(page, "secret-label,car,petrol,5")
    assert len(saved(page)) == 2
    sent = [one for one in asked if one[0] not in {"GET", "HEAD"} or one[2] or "secret" in one[1]]
    assert not sent
    assert page.evaluate("[localStorage.length, sessionStorage.length, document.cookie]") == [0, 0, ""]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_answers(page: Page, server: str, scheme: str) -> None:
    """The form with its answers passes axe in both languages and fits on a phone."""
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    for language in ("zh", "en"):
        page.goto(server + FLEET.replace("en", language, 1))
        expect(page.locator("#fleet")).to_be_visible()
        page.locator("#list").fill("x,car,petrol,5\nnonsense")
        page.locator("#ask button").click()
        expect(page.locator("#result")).to_be_visible()
        assert Axe().run(page, options={"resultTypes": ["violations"]}).response["violations"] == []
        assert page.evaluate("document.documentElement.scrollWidth") == 360
