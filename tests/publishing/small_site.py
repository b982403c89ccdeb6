"""A small city with all words of the site, so that it can be published; with its own messages of January 2026."""

import shutil
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from tests.cli.calls import ROOT
from tests.sites.layout import lay_out

from lantian.build import THEME
from lantian.publication.order import Order, Publication
from lantian.publication.publish import publish

HERE = Path(__file__).parent
NOON = datetime.fromisoformat("2026-01-07T12:00:00+08:00")
"""An orange warning is in force; its lift is dated a day later."""


def small_content(into: Path) -> Path:
    """Lay out the content; return its folder."""
    content = lay_out(into, HERE / "site")
    for name in ("vocabulary/wording", "pages"):
        shutil.copytree(ROOT / "content" / name, content / name, dirs_exist_ok=True)
    return content


def order_at(content: Path, output: Path, now: datetime = NOON) -> Order:
    """Return an order by the clock, read back on the disk alone."""
    return Order(content=content, theme=THEME, output=output, now=now, address="")


def published(content: Path, output: Path, now: datetime = NOON, **more: object) -> Publication:
    """Publish the content; return what came of it."""
    return publish(replace(order_at(content, output, now), **more), lambda _: None)  # type: ignore[arg-type]
