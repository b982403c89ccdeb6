"""Everybody's site of one size, side by side in one folder, ready to be measured."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from tests.bench.aside import set_aside
from tests.bench.process import ROOT
from tests.bench.republish import eleventy_site, hugo_site, messages, pelican_site, twin
from tests.bench.republish.ours import Change, Ours
from tests.bench.republish.places import make_content

REAL = ROOT / "content"
LARGEST_MODEL = 3
_ALIKE = 0.05
Tell = Callable[[str], None]


@dataclass(slots=True)
class Stand:
    """All sites of one size; `first` is our first publication, into an empty output folder."""

    count: int
    folder: Path
    ours: Ours
    hugo: hugo_site.HugoSite
    eleventy: eleventy_site.EleventySite
    pelican: pelican_site.PelicanSite
    first: Change
    pages: list[Path]
    """The pages of the changed place as the rivals name them."""
    bytes: int
    """How many bytes our pages have."""
    changes: int = 0

    @property
    def place(self) -> str:
        """Return the id of the place whose warning changes."""
        return twin.changed(self.count).id

    def next_state(self) -> int:
        """Count the rivals' changes."""
        self.changes += 1
        return self.changes

    def check_hugo(self, number: int) -> None:
        """Raise RuntimeError unless every page of the changed place tells what holds now."""
        state = f'data-state="state-{number}"'.encode()
        if not all(state in (self.hugo.site / page).read_bytes() for page in self.pages):
            raise RuntimeError("Hugo left out a page of the changed place")

    def check_likeness(self) -> tuple[int, int]:
        """Return pages and bytes of Hugo's whole site; RuntimeError if they are not ours within 5 %."""
        sizes = [file.stat().st_size for file in self.hugo.site.rglob("*.html")]
        if abs(sum(sizes) / self.bytes - 1) > _ALIKE:
            raise RuntimeError(f"the rival is no match: {sum(sizes)} bytes of pages, ours are {self.bytes}")
        return len(sizes), sum(sizes)


def set_up(folder: Path, count: int, tell: Tell) -> Stand:
    """Make content, publish it the first time, and make the rivals' sites from what came out."""
    folder.mkdir()
    tell("writing content")
    ours = _ours(folder / "ours", count)
    tell("fitting the rivals")
    # What is fitted for many places is our site of few, and publishing that warms the machine up for all.
    parts = _parts(folder / "model", LARGEST_MODEL, None) if count > LARGEST_MODEL else []
    tell("our first publication")
    os.sync()
    first = ours.publish(change=False, weigh=True)
    tell("writing the rivals' data")
    parts = parts or _parts(folder / "model", count, ours)
    data = folder / "data"
    size = twin.write_data(parts, data, count)
    eleventy, pelican = folder / "eleventy", folder / "pelican"
    eleventy.mkdir()
    return Stand(
        count=count,
        folder=folder,
        ours=ours,
        hugo=hugo_site.HugoSite(folder / "hugo", data),
        eleventy=eleventy_site.EleventySite(eleventy, data),
        pelican=pelican_site.PelicanSite(pelican, ours.content),
        first=first,
        pages=[Path(shape.address) for shape in parts[0].shapes],
        bytes=size,
    )


def _ours(folder: Path, count: int) -> Ours:
    folder.mkdir(parents=True)
    content = folder / "content"
    made = make_content(REAL, content, count)
    return Ours(content, folder / "output", messages.chain(content, made[0].id), folder / "log")


def _parts(folder: Path, count: int, ours: Ours | None) -> list[twin.Part]:
    """Return the rivals' data, fitted to our site of up to three places; it is published for it if need be."""
    folder.mkdir()
    if ours is None:
        ours = _ours(folder / "ours", count)
        ours.publish(change=False)
    parts = twin.read_parts(REAL, ours.output / "sections", count)
    data = folder / "data"
    model = hugo_site.HugoSite(folder / "hugo", data)

    def build(_: Path) -> Path:
        model.build()
        return model.site

    twin.fit_parts(parts, data, build)
    return parts


def publish_again(stand: Stand) -> Change:
    """Publish the whole site of ours once more into an empty output folder."""
    folder = stand.folder / "again"
    set_aside(folder)
    folder.mkdir()
    return replace(stand.ours, output=folder / "output").publish(change=False, weigh=True)


def beside(ours: Ours, folder: Path) -> Ours:
    """Return a second publisher with the same content and output, that shares sealed files with the first."""
    shutil.copytree(ours.content, folder / "content")
    output = folder / "output"
    shutil.copytree(ours.output, output, symlinks=True, copy_function=os.link)
    for name in ("journal.jsonl", "publish.lock"):
        (output / name).unlink()
        shutil.copyfile(ours.output / name, output / name)
    chain = replace(ours.chain, content=folder / "content")
    return Ours(folder / "content", output, chain, folder / "log")
