"""Builds the site once in this process and prints the seconds of each stage as JSON.

Called as `python -m tests.bench.stages <content> <folder> <moment>`; the steps are those of `lantian.build.build`,
but one after the other: the command reads while it imports.
`start` is the import of what reads and plans, `engine` the import of Pelican and Jinja; `interpreter` is the
rest of the process's time.
"""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from time import perf_counter

from tests.bench.process import ROOT, measure

STAGES = ("interpreter", "start", "read", "plan", "engine", "render and place")


def measure_stages(python: str, content: Path, into: Path, moment: str) -> dict[str, float]:
    """Return the seconds of each stage of one build in a fresh process."""
    cost = measure(python, "-m", __name__, str(content), str(into), moment)
    seconds = json.loads(cost.printed)
    return {"interpreter": cost.seconds - sum(seconds.values()), **seconds}


def build_in_stages(content_folder: Path, into: Path, as_of: datetime) -> dict[str, float]:
    """Build the site; return the seconds of each stage."""
    seconds: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        started = perf_counter()
        yield
        seconds[name] = perf_counter() - started

    # Imported here, because importing is what is measured.
    with stage("start"):
        from lantian.build import THEME  # noqa: PLC0415
        from lantian.formats.documents import site_documents  # noqa: PLC0415
        from lantian.pages.edition import editions  # noqa: PLC0415
        from lantian.pages.site import plan_site  # noqa: PLC0415
        from lantian.publishing.folder import replaced_folder  # noqa: PLC0415
        from lantian.reading.content import read_content  # noqa: PLC0415
    with stage("read"):
        content = read_content(content_folder)
    with stage("plan"):
        places = editions(content, as_of)
        site = site_documents(plan_site(content, places, as_of), content, places)
    with stage("engine"):
        from lantian.rendering.render import render  # noqa: PLC0415
    with stage("render and place"), replaced_folder(into) as folder:
        render(content_folder, THEME, folder, lambda _: (site, content.wording), as_of.isoformat())
    return seconds


if __name__ == "__main__":
    content, into, moment = sys.argv[1:]
    print(json.dumps(build_in_stages(ROOT / content, Path(into), datetime.fromisoformat(moment))))  # noqa: T201
