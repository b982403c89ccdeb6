"""What was published is read back through the link and the web server; if it does not come back, nothing changed."""

from dataclasses import replace
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from tests.publishing.fake_site import live_tree, order, plan_of, publish

from lantian.publishing.failure import PublishingFailedError
from lantian.publishing.output import Output
from lantian.serving import open_server, running


def served(folder: Path) -> ThreadingHTTPServer:
    """Return a web server for a folder."""
    return open_server(folder, 0)


def test_the_web_server_gives_what_was_published(tmp_path: Path) -> None:
    """With an address, the release and both front pages are fetched from there."""
    publish(tmp_path, plan_of(1))
    with running(served(tmp_path / "current")) as address:
        done = publish(tmp_path, plan_of(2), replace(order(tmp_path), address=address))
    assert (done.release, Output(tmp_path).live()) == ("r2-0", "r2-0")


def test_another_site_at_the_address_puts_the_earlier_release_back(tmp_path: Path) -> None:
    """A server that shows something else: the earlier release is live again, and the sentence names what was found."""
    publish(tmp_path, plan_of(1))
    before = live_tree(tmp_path)
    with running(served(tmp_path / "releases" / "r1-0")) as address, pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(2), replace(order(tmp_path), address=address))
    assert (failed.value.key, failed.value.fields["release"]) == ("other_read_back", "r1-0")
    assert live_tree(tmp_path) == before


def test_no_server_at_the_address_leaves_nothing_live_that_was_not(tmp_path: Path) -> None:
    """A server that does not answer: a first publication is taken back altogether."""
    with running(served(tmp_path)) as address:
        pass
    with pytest.raises(PublishingFailedError) as failed:
        publish(tmp_path, plan_of(1), replace(order(tmp_path), address=address))
    assert (failed.value.key, failed.value.fields["file"]) == ("not_read_back", "release.json")
    assert Output(tmp_path).live() is None
