"""What a publication will look into is read before it begins, by a process that waits: what is live of some sections.

Only what a check looks up again is remembered; every page that is new is read and checked as ever.
"""

from collections.abc import Iterable, Iterator

from lantian.publishing.output import Output
from lantian.publishing.parts import PORTAL
from lantian.publishing.release import live_release
from lantian.publishing.seal import read_manifest, read_seal


def know_live(output: Output, names: Iterable[str]) -> Iterator[None]:
    """Read what is live of these sections and of the portal, one at each step; nothing if nothing is live."""
    live = (live_release(output) or {}).get("sections", {})
    for name in (*names, PORTAL):
        for one in (one for one in live if one == name or one.startswith(f"{name}-")):
            read_manifest(output.section(live[one]))
            read_seal(output.section(live[one]))
        yield
