"""What a publication will look into is read before it begins, by a process that waits: what is live of some sections.

Only what a check looks up again is remembered; every page that is new is read and checked as ever.
"""

from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from lantian.publishing.output import Output
from lantian.publishing.page_links import learn
from lantian.publishing.parts import PORTAL
from lantian.publishing.release import live_release
from lantian.publishing.seal import read_manifest, read_seal


def know_live(output: Output, names: Iterable[str]) -> Iterator[None]:
    """Read what is live of these sections and of the portal, one at each step; nothing if nothing is live."""
    live = (live_release(output) or {}).get("sections", {})
    for name in (*names, PORTAL):
        if name in live:
            _know(output.section(live[name]))
        for part in (one for one in live if one.startswith(f"{name}-")):
            read_manifest(output.section(live[part]))
            read_seal(output.section(live[part]))
        yield


def _know(folder: Path) -> None:
    read_seal(folder)
    with suppress(OSError):
        learn((folder / file).read_bytes() for file in read_manifest(folder) or () if file.endswith(".html"))
