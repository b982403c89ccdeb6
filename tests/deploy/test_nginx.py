"""What a reader's browser gets from the site file of the repository: headers, types, caching, the page for nothing."""

import gzip
import json
from collections.abc import Iterator

import pytest
from tests.deploy.web_server import get, nginx
from tests.publishing.small_site import published, small_content

from lantian.serving import HEADERS, TYPES

FILES = ("feed.xml", "days.ics", "table.csv", "note.txt")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Return the port at which the small city is live, with a file of each kind that is copied as it is."""
    folder = tmp_path_factory.mktemp("served")
    content, output = small_content(folder), folder / "output"
    (content / "files").mkdir(exist_ok=True)
    for name in FILES:
        (content / "files" / name).write_text("x" * 600)
    settings = (content / "site.yaml").read_text("utf-8").splitlines(keepends=True)
    # Without a public address the page for nothing has relative links, which nginx must mend.
    (content / "site.yaml").write_text("".join(line for line in settings if not line.startswith("address:")), "utf-8")
    published(content, output)
    with nginx(output, folder / "nginx") as found:
        yield found


@pytest.mark.parametrize("way", ["/", "/zh/", "/en/sample/", "/data/index.json", "/nothing", "/release.json"])
def test_every_answer_is_strict(port: int, way: str) -> None:
    """The same strict headers as `serve` sends, on pages, data and errors; the server does not name its version."""
    answer = get(port, way)
    assert {name: answer.headers.get(name.lower()) for name in HEADERS} == HEADERS
    assert "geolocation=()" in answer.headers["permissions-policy"]
    assert answer.headers["server"] == "nginx"


@pytest.mark.parametrize(
    ("way", "kind"),
    [
        ("/zh/", TYPES[".html"]),
        ("/data/index.json", TYPES[".json"]),
        ("/data/sample/stats.csv", TYPES[".csv"]),
        ("/files/feed.xml", "application/xml; charset=utf-8"),
        ("/files/days.ics", TYPES[".ics"]),
        ("/files/note.txt", TYPES[".txt"]),
    ],
)
def test_types(port: int, way: str, kind: str) -> None:
    """Each kind of file is called what it is, with its encoding where it is text."""
    answer = get(port, way)
    assert (answer.status, answer.headers["content-type"]) == (200, kind)


def test_pages_live_a_minute_and_named_files_for_good(port: int) -> None:
    """Pages and data are asked for again after a minute, release.json always, files with a hash in their name never."""
    page = get(port, "/zh/sample/")
    assert page.headers["cache-control"] == "public, max-age=60"
    assert get(port, "/data/sample/status.json").headers["cache-control"] == "public, max-age=60"
    assert get(port, "/release.json").headers["cache-control"] == "no-cache"
    style = page.body.decode().partition("static/site.")[2].partition('"')[0]
    found = get(port, f"/static/site.{style}")
    assert found.status == 200
    assert found.headers["cache-control"] == "public, max-age=31536000, immutable"
    assert found.headers["content-type"].partition(";")[0] in {"text/css", "text/javascript"}


def test_what_is_not_there_is_never_kept(port: int) -> None:
    """A file of the theme that has gone is not remembered as gone for a year."""
    missing = get(port, "/static/site.0123456789.css")
    assert (missing.status, missing.headers["cache-control"]) == (404, "no-cache")


@pytest.mark.parametrize("way", ["/nothing", "/zh/sample/nothing/at/all/", "/.git/config", "/zh/.hidden", "/404.html"])
def test_the_page_for_nothing_leads_back(port: int, way: str) -> None:
    """At any depth the site's own page is shown, and its links lead to pages that are there."""
    answer = get(port, way)
    assert answer.status == 404
    text = answer.body.decode()
    assert answer.headers["content-type"] == TYPES[".html"]
    assert "没有找到这个页面" in text
    links = [part.partition('"')[0] for part in text.split('href="')[1:]]
    inside = [link for link in links if not link.startswith(("data:", "http"))]
    assert len(inside) > 3
    assert [get(port, link).status for link in inside] == [200] * len(inside)


def test_only_data_is_open_to_other_sites(port: int) -> None:
    """Pages of others may read the data; pages stay among themselves."""
    assert get(port, "/data/index.json").headers["access-control-allow-origin"] == "*"
    assert get(port, "/release.json").headers["access-control-allow-origin"] == "*"
    assert "access-control-allow-origin" not in get(port, "/zh/").headers


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"])
def test_nothing_can_be_sent(port: int, method: str) -> None:
    """The site takes no data and says what it takes."""
    answer = get(port, "/zh/", method)
    assert (answer.status, answer.headers["allow"]) == (405, "GET, HEAD")


def test_a_head_has_no_body(port: int) -> None:
    """The age of a page can be asked without fetching it."""
    answer = get(port, "/zh/sample/", "HEAD")
    assert (answer.status, answer.body) == (200, b"")
    assert answer.headers["date"]


def test_folders_are_not_listed(port: int) -> None:
    """A folder without a page is an error, and says nothing of what lies in it."""
    answer = get(port, "/data/sample/")
    assert answer.status in {403, 404}
    assert b"status.json" not in answer.body


def test_a_folder_without_its_slash_stays_on_the_host(port: int) -> None:
    """The slash is added by a relative redirect: behind a proxy neither host nor port is wrong."""
    answer = get(port, "/zh/sample")
    assert (answer.status, answer.headers["location"]) == (301, "/zh/sample/")


@pytest.mark.parametrize("way", ["/sections/", "/../journal.jsonl", "/%2e%2e/journal.jsonl", "/seal.json"])
def test_nothing_but_the_release_can_be_reached(port: int, way: str) -> None:
    """The journal, the seals and the releases beside the live one are not on the web."""
    assert get(port, way).status in {400, 404}


def test_text_is_compressed(port: int) -> None:
    """A browser that says so gets pages and data compressed; caches know that both exist."""
    way = "/data/sample/plan.json"
    plain, packed = get(port, way), get(port, way, **{"Accept-Encoding": "gzip"})
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.headers["vary"] == "Accept-Encoding"
    assert json.loads(gzip.decompress(packed.body)) == json.loads(plain.body)


def test_an_unchanged_page_is_not_sent_again(port: int) -> None:
    """Asked whether it changed, an unchanged page costs nothing but the answer."""
    tag = get(port, "/zh/").headers["etag"]
    assert get(port, "/zh/", **{"If-None-Match": tag}).status == 304
