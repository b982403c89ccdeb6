"""A release that somebody brought back stays live, unattended, until content or theme change."""

import json
from contextlib import suppress
from pathlib import Path

from lantian.publication.inputs import folder_stamp
from lantian.publication.order import Order
from lantian.publishing.output import Output

PIN_FILE = "pinned.json"


def pin(order: Order, output: Output, release: str) -> None:
    """Note that a release was brought back, and over which content."""
    told = {"release": release, "stamp": folder_stamp(order.content, order.theme), "at": order.now.isoformat()}
    (output.root / PIN_FILE).write_text(json.dumps(told), "utf-8")


def unpin(output: Output) -> None:
    """Forget it: another release is live."""
    with suppress(OSError):
        (output.root / PIN_FILE).unlink(missing_ok=True)


def pinned(content: Path, theme: Path, output: Output) -> str | None:
    """Return the live release if it was brought back and nothing has changed since."""
    try:
        told = json.loads((output.root / PIN_FILE).read_bytes())
    except (OSError, ValueError):
        return None
    same = isinstance(told, dict) and told.get("release") == output.live()
    return output.live() if same and told.get("stamp") == folder_stamp(content, theme) else None
