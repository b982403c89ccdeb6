"""Whoever publishes, a child that waited for it or a fresh one: the content and the theme of the moment go live."""

import os
import shutil
import signal
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from tests.cli.calls import replace_in
from tests.publishing.fake_site import live_tree
from tests.publishing.small_site import NOON, order_at, small_content
from tests.rendering.alone import alone

from lantian.build import THEME
from lantian.publication.order import Order
from lantian.watching.attempt import Attempts
from lantian.watching.outcome import BadContent, Live

HOUR = timedelta(hours=1)


def nothing() -> None:
    """Hear the beat."""


def children() -> list[int]:
    """Return the processes that this one has forked and not yet seen end."""
    return [int(one) for one in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split()]


def laid_out(folder: str) -> Order:
    """Lay out a content and a theme of its own; return the order to publish them."""
    theme = Path(folder) / "theme"
    shutil.copytree(THEME, theme)
    return replace(order_at(small_content(Path(folder)), Path(folder) / "output"), theme=theme, unattended=True)


def published(attempts: Attempts, order: Order) -> Live:
    """Publish, and have the next child get ready."""
    done = attempts.publish(order, nothing)
    assert isinstance(done, Live), done
    attempts.get_ready(order, done.publication)
    return done


def waited(folder: str) -> None:
    """Change a text, the theme and the hour after a child has got ready; break the content; mend it."""
    order, attempts = laid_out(folder), Attempts()
    first = published(attempts, order)
    (child,) = children()
    prose, footer = order.content / "pages" / "en" / "about.md", order.theme / "templates" / "layouts" / "page.html"
    prose.write_text(prose.read_text("utf-8") + "\nAdded at night.\n", "utf-8")
    replace_in(footer, "</footer>", "<p>Made at night.</p></footer>")
    second = published(attempts, replace(order, now=NOON + HOUR))
    assert child not in children()
    page = live_tree(order.output)["en/about/index.html"]
    assert b"Added at night." in page
    assert b"Made at night." in page
    assert second.publication.before == first.publication.release
    replace_in(order.content / "places" / "sample.yaml", "hotline:", "hotlin:")
    assert isinstance(attempts.publish(replace(order, now=NOON + HOUR), nothing), BadContent)
    assert not children()
    replace_in(order.content / "places" / "sample.yaml", "hotlin:", "hotline:")
    assert not published(attempts, replace(order, now=NOON + HOUR)).publication.switched
    attempts.end()
    assert not children()


def test_what_changed_while_a_child_waited_goes_live(tmp_path: Path) -> None:
    """In a page, from the theme, and by the clock; a mistake is told, and nobody is left in the end."""
    alone(waited, str(tmp_path))


def killed(folder: str) -> None:
    """Kill the child that waits, and publish."""
    order, attempts = laid_out(folder), Attempts()
    published(attempts, order)
    (child,) = children()
    os.kill(child, signal.SIGKILL)
    os.waitid(os.P_PID, child, os.WEXITED | os.WNOWAIT)
    later = published(attempts, replace(order, now=NOON + HOUR))
    assert later.publication.switched
    published(attempts, replace(order, now=NOON + HOUR))
    assert len(children()) == 1
    attempts.end()
    assert not children()


def test_without_the_child_that_waited_another_publishes(tmp_path: Path) -> None:
    """Nobody hears of it; there is never more than one that waits."""
    alone(killed, str(tmp_path))
